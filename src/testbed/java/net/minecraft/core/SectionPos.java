package net.minecraft.core;

/** A section of a chunk's place. */
public class SectionPos extends Vec3i {
    public SectionPos(int x, int y, int z) {
        super(x, y, z);
    }
}
