package dev.sluice.oracle;

import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.port.PacketComposer;
import java.util.Map;

/** Builds model packets for merged updates. */
final class ModelComposer implements PacketComposer {

    @Override
    public Object compose(StateUpdate.Combined update) {
        return Sent.composed(packet(update));
    }

    private static ModelPacket packet(StateUpdate.Combined update) {
        return switch (update) {
            case StateUpdate.Move move ->
                new ModelPacket.Move(
                        move.entityId(),
                        move.deltaX(),
                        move.deltaY(),
                        move.deltaZ(),
                        move.yaw(),
                        move.pitch(),
                        move.onGround(),
                        move.hasPosition(),
                        move.hasRotation());
            case StateUpdate.Indexed indexed -> {
                int[] values = pairs(indexed.values());
                yield switch (indexed.component()) {
                    case METADATA -> new ModelPacket.Metadata(indexed.entityId(), values);
                    case ATTRIBUTES -> new ModelPacket.Attributes(indexed.entityId(), values);
                    case EQUIPMENT -> new ModelPacket.Equipment(indexed.entityId(), values);
                    case POSITION, HEAD, MOTION -> throw new IllegalStateException("not by index: " + indexed);
                };
            }
        };
    }

    private static int[] pairs(Map<Object, Object> values) {
        int[] pairs = new int[values.size() * 2];
        int at = 0;
        for (Map.Entry<Object, Object> entry : values.entrySet()) {
            pairs[at++] = (Integer) entry.getKey();
            pairs[at++] = (Integer) entry.getValue();
        }
        return pairs;
    }
}
