package org.bukkit.entity;

/** An entity with health. */
public interface LivingEntity extends Entity {
    /** The nearest entity that it looks at, at most so many blocks away and before any block; null if there is none. */
    Entity getTargetEntity(int maxDistance);
}
