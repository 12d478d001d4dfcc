package net.minecraft.world.entity;

import net.minecraft.world.phys.Vec3;

/** Where, how fast (blocks per tick) and whereto (degrees). */
public record PositionMoveRotation(Vec3 position, Vec3 deltaMovement, float yRot, float xRot) {}
