package net.minecraft.network.protocol.game;

import java.util.Collection;
import java.util.List;
import net.minecraft.core.Holder;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.entity.ai.attributes.Attribute;
import net.minecraft.world.entity.ai.attributes.AttributeModifier;

/** An entity's attributes. */
public final class ClientboundUpdateAttributesPacket implements Packet<ClientGamePacketListener> {
    private final int entityId;
    private final List<AttributeSnapshot> attributes;

    public ClientboundUpdateAttributesPacket(int entityId, List<AttributeSnapshot> attributes) {
        this.entityId = entityId;
        this.attributes = attributes;
    }

    public int entityId() {
        return entityId;
    }

    public List<AttributeSnapshot> attributes() {
        return attributes;
    }

    /** One attribute with its modifiers. */
    public record AttributeSnapshot(
            Holder<Attribute> attribute, double base, Collection<AttributeModifier> modifiers) {}
}
