package net.minecraft.network.protocol.game;

import com.mojang.datafixers.util.Pair;
import java.util.List;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.entity.EquipmentSlot;
import net.minecraft.world.item.ItemStack;

/** What an entity wears; with Paper's word on whether viewers are told all of each item. */
public final class ClientboundSetEquipmentPacket implements Packet<ClientGamePacketListener> {
    private final int entity;
    private final List<Pair<EquipmentSlot, ItemStack>> slots;
    private final boolean sanitize;

    public ClientboundSetEquipmentPacket(int entity, List<Pair<EquipmentSlot, ItemStack>> slots) {
        this(entity, slots, false);
    }

    public ClientboundSetEquipmentPacket(int entity, List<Pair<EquipmentSlot, ItemStack>> slots, boolean sanitize) {
        this.entity = entity;
        this.slots = slots;
        this.sanitize = sanitize;
    }

    public int entity() {
        return entity;
    }

    public List<Pair<EquipmentSlot, ItemStack>> slots() {
        return slots;
    }

    public boolean sanitize() {
        return sanitize;
    }
}
