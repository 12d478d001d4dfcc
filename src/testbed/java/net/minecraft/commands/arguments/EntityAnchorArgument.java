package net.minecraft.commands.arguments;

/** What of an entity is meant. */
public final class EntityAnchorArgument {
    /** Its feet or its eyes. */
    public enum Anchor {
        FEET,
        EYES
    }

    private EntityAnchorArgument() {}
}
