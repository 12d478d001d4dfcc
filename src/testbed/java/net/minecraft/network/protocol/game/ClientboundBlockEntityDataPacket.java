package net.minecraft.network.protocol.game;

import net.minecraft.core.BlockPos;
import net.minecraft.nbt.CompoundTag;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.level.block.entity.BlockEntityType;
import org.jspecify.annotations.Nullable;

/** What a block holds. */
public final class ClientboundBlockEntityDataPacket implements Packet<ClientGamePacketListener> {
    private final BlockPos pos;
    private final BlockEntityType<?> type;
    private final @Nullable CompoundTag tag;

    public ClientboundBlockEntityDataPacket(BlockPos pos, BlockEntityType<?> type, @Nullable CompoundTag tag) {
        this.pos = pos;
        this.type = type;
        this.tag = tag;
    }

    public BlockPos pos() {
        return pos;
    }

    public BlockEntityType<?> type() {
        return type;
    }

    public @Nullable CompoundTag tag() {
        return tag;
    }
}
