package net.minecraft.network.syncher;

/** An entity's metadata. */
public final class SynchedEntityData {
    private SynchedEntityData() {}

    /** One entry by its number. */
    public record DataValue<T>(int id, EntityDataSerializer<T> serializer, T value) {}
}
