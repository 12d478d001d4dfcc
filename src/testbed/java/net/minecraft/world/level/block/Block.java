package net.minecraft.world.level.block;

/** A kind of block, by its number. */
public class Block {
    private final int id;

    public Block(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }
}
