package net.minecraft.world.phys;

/** What a player looks at, and where it hits. */
public abstract class HitResult {
    protected final Vec3 location;

    protected HitResult(Vec3 location) {
        this.location = location;
    }

    public Vec3 getLocation() {
        return location;
    }
}
