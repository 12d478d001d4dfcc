package net.minecraft.world.entity;

/** Opaque: {@code body} is the embedded server's own value. */
@SuppressWarnings("UnusedTypeParameter") // the server's own class has it
public record EntityType<T>(Object body) {

    public static final EntityType<?> PLAYER = new EntityType<>(net.minestom.server.entity.EntityType.PLAYER);

    public static final EntityType<?> FISHING_BOBBER =
            new EntityType<>(net.minestom.server.entity.EntityType.FISHING_BOBBER);
}
