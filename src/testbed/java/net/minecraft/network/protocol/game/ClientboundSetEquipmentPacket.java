package net.minecraft.network.protocol.game;

import com.mojang.datafixers.util.Pair;
import java.util.List;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.entity.EquipmentSlot;
import net.minecraft.world.item.ItemStack;

/** What an entity wears. */
public final class ClientboundSetEquipmentPacket implements Packet<ClientGamePacketListener> {
    private final int entity;
    private final List<Pair<EquipmentSlot, ItemStack>> slots;

    public ClientboundSetEquipmentPacket(int entity, List<Pair<EquipmentSlot, ItemStack>> slots) {
        this.entity = entity;
        this.slots = slots;
    }

    public int entity() {
        return entity;
    }

    public List<Pair<EquipmentSlot, ItemStack>> slots() {
        return slots;
    }
}
