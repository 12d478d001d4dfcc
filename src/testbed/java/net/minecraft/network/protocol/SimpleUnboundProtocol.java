package net.minecraft.network.protocol;

import java.util.List;
import java.util.function.Function;
import net.minecraft.network.ConnectionProtocol;
import net.minecraft.network.FriendlyByteBuf;
import net.minecraft.network.PacketListener;
import net.minecraft.network.ProtocolInfo;
import net.minecraft.network.codec.IdDispatchCodec;
import net.minecraft.network.codec.StreamCodec;

/** A phase's packets before a buffer is chosen for them. */
public final class SimpleUnboundProtocol<T extends PacketListener, B> {
    private final ConnectionProtocol id;
    private final PacketFlow flow;
    private final List<PacketType<?>> types;

    public SimpleUnboundProtocol(ConnectionProtocol id, PacketFlow flow, List<PacketType<?>> types) {
        this.id = id;
        this.flow = flow;
        this.types = List.copyOf(types);
    }

    /** Chooses the buffer, which nobody needs here. */
    public ProtocolInfo<T> bind(Function<FriendlyByteBuf, B> wrapper) {
        return new Bound<>(id, flow, new IdDispatchCodec<>(types));
    }

    private record Bound<T extends PacketListener>(
            ConnectionProtocol id, PacketFlow flow, StreamCodec<FriendlyByteBuf, Packet<? super T>> codec)
            implements ProtocolInfo<T> {}
}
