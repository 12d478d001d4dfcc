package net.minecraft.world.entity.vehicle.minecart;

import net.minecraft.world.phys.Vec3;

/** Minecarts that run along their track in steps. */
public final class NewMinecartBehavior {
    private NewMinecartBehavior() {}

    /** One step. */
    public record MinecartStep(Vec3 position, Vec3 movement, float yRot, float xRot, float weight) {}
}
