package dev.sluice.protocollib;

import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.engine.priority.Component;
import java.util.EnumMap;
import java.util.Map;

/** Builds the server's packets for merged updates. */
final class ServerComposer implements PacketComposer {

    private final MoveComposer moves;
    private final Map<Component, ValueLists> values = new EnumMap<>(Component.class);

    /**
     * Finds the constructors. Packets whose values cannot be built are not read as values either, see {@link
     * PacketShape#plainer}.
     *
     * @throws ShapeException if moves cannot be built
     */
    ServerComposer(ClassLoader server) {
        moves = new MoveComposer(server);
        for (PacketRule rule : PacketTable.PACKETS) {
            if (rule.shape() instanceof PacketShape.EntityValues shape) {
                find(server, rule, shape);
            }
        }
    }

    private void find(ClassLoader server, PacketRule rule, PacketShape.EntityValues shape) {
        try {
            Class<?> owner = Class.forName(
                    PacketClassifier.PROTOCOL_PACKAGE + rule.classNames().getFirst(), false, server);
            values.put(shape.component(), new ValueLists(owner, shape));
        } catch (ClassNotFoundException | ShapeException e) {
            // The classifier meets the same, reads less of the packet and reports it.
            values.remove(shape.component());
        }
    }

    @Override
    public Object compose(StateUpdate.Combined update) {
        return switch (update) {
            case StateUpdate.Move move -> moves.compose(move);
            case StateUpdate.Indexed indexed -> {
                ValueLists lists = values.get(indexed.component());
                if (lists == null) {
                    throw new IllegalStateException("expected no " + indexed.component() + " to be merged");
                }
                yield lists.build(indexed);
            }
        };
    }
}
