package org.bukkit.entity;

/** A player's body. */
public interface HumanEntity extends LivingEntity {
    @Override
    String getName();
}
