package dev.sluice.oracle;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.NetworkProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What must be true at the moment of a delivery, beyond what the client itself notices. */
final class DeliveryChecks {

    private final ModelClient direct;
    private final ModelClient throttled;
    private final Consumer<String> problems;
    private final KeyOrder keyOrder = new KeyOrder();

    /** The newest unload of each chunk that the server sent, by serial. */
    private final int[] unloads = new int[Places.CHUNKS];

    /** An answer to the player's own action. */
    private record Answer(Sent sent, int x, int z) {}

    /** Those in chunks that the client had when they were sent. */
    private final List<Answer> answers = new ArrayList<>();

    /** Whether a chunk that is unloaded while it waits is never shown. */
    private final boolean unloadsCancel;

    /** The newest removal of each entity, and the newest end of the world, by serial. */
    private final int[] removals = new int[Places.ENTITIES];

    private int worldEnd = -1;
    private int dimension;

    /** The first packet that the engine was offered. */
    private int firstSerial;

    private NetworkProfile profile = ModelConfig.profile(ModelConfig.FIRST.profile());

    DeliveryChecks(ModelClient direct, ModelClient throttled, boolean unloadsCancel, Consumer<String> problems) {
        this.direct = direct;
        this.throttled = throttled;
        this.problems = problems;
        this.unloadsCancel = unloadsCancel;
        Arrays.fill(unloads, -1);
        Arrays.fill(removals, -1);
    }

    /** Another configuration is in force for what is offered from now on. */
    void configured(Step.Configure step) {
        profile = ModelConfig.profile(step.profile());
    }

    /** A packet is about to be offered; the direct client has it already. */
    void offered(Sent sent) {
        sent.parts.forEach(this::note);
        note(sent);
        if (sent.message != null) {
            sent.neverDropped = !profile.mayDrop(sent.message.type().name());
        }
        switch (sent.packet) {
            case ModelPacket.Unload(int x, int z) -> unloads[Places.index(x, z)] = sent.serial;
            case ModelPacket.Remove(int[] ids) -> {
                for (int id : ids) {
                    removals[id] = sent.serial;
                }
            }
            case ModelPacket.Respawn(int to) -> {
                endWorld(sent);
                dimension = to;
            }
            case ModelPacket.KeepingRespawn(int to) -> {
                if (to != dimension) {
                    endWorld(sent);
                    dimension = to;
                }
            }
            case ModelPacket.StartConfiguration start -> endWorld(sent);
            case ModelPacket.Login(int to, int id) -> dimension = to;
            default -> {}
        }
    }

    /** Notes an answer to the player's action, and which ones the player has no use for any more. */
    private void note(Sent sent) {
        switch (sent.packet) {
            case ModelPacket.Edit(int x, int z, int pos, int state, int action) -> note(sent, x, z, action);
            case ModelPacket.Section(int x, int z, int[] positions, int state, int action) -> note(sent, x, z, action);
            case ModelPacket.Unload(int x, int z) -> answers.removeIf(answer -> answer.x() == x && answer.z() == z);
            default -> {}
        }
    }

    private void note(Sent edit, int x, int z, int action) {
        ModelChunk shown = throttled.chunks.visible(x, z);
        if (action > 0 && shown != null && !isForgotten(shown)) {
            answers.add(new Answer(edit, x, z));
        }
    }

    /** The engine comes in the middle of a world. */
    void enabled(int newDimension, int newFirstSerial) {
        dimension = newDimension;
        firstSerial = newFirstSerial;
    }

    /** Whether an engine that came later cannot know of a chunk: it was left by a respawn, anywhere. */
    private boolean isForgotten(ModelChunk chunk) {
        return chunk.leftOver && chunk.dataSerial < firstSerial;
    }

    private void endWorld(Sent sent) {
        answers.clear();
        worldEnd = sent.serial;
    }

    /** A packet is about to reach the client. */
    void delivering(Sent sent) {
        delivering(sent, sent.serial);
    }

    /** @param first the serial of the bundle that a packet is part of, or its own: nothing is told from there on */
    private void delivering(Sent sent, int first) {
        if (sent.serial == Sent.COMPOSED) {
            return;
        }
        if (sent.delivered++ > 0) {
            problems.accept("delivered twice: " + sent);
        }
        for (Sent part : sent.parts) {
            delivering(part, first);
        }
        switch (sent.packet) {
            case ModelPacket.Chunk(int x, int z, int bytes, int batch) -> {
                if (unloadsCancel && unloads[Places.index(x, z)] > sent.serial) {
                    problems.accept("a chunk after its unload was offered: " + sent);
                }
            }
            case ModelPacket.Spawn spawn -> chunkOf(sent, spawn.x(), spawn.z(), first);
            case ModelPacket.Bobber bobber -> chunkOf(sent, bobber.x(), bobber.z(), first);
            case ModelPacket.Edit edit -> answered(sent);
            case ModelPacket.Section section -> answered(sent);
            case ModelPacket.Ack(int action) -> {
                // What the client has moved away from goes with its chunk, before the server unloads that.
                answers.removeIf(answer -> throttled.chunks.visible(answer.x(), answer.z()) == null);
                if (!answers.isEmpty()) {
                    problems.accept(sent + " before " + answers.getFirst().sent());
                }
            }
            case ModelPacket.OpenSign(int x, int z) -> {
                ModelChunk a = direct.chunks.visible(x, z);
                ModelChunk b = throttled.chunks.visible(x, z);
                if (a != null && (b == null || !a.sameAs(b))) {
                    problems.accept(sent + " before what came before it in the chunk");
                }
            }
            case ModelPacket.Camera(int id) -> {
                ModelEntity a = direct.entities[id];
                ModelEntity b = throttled.entities[id];
                if (a != null && (b == null || !a.sameButPassengers(b))) {
                    problems.accept(sent + " before what came before it of the entity");
                }
            }
            default -> {}
        }
    }

    private void answered(Sent edit) {
        answers.removeIf(answer -> answer.sent() == edit);
    }

    /** A packet has reached the client. */
    void delivered(Sent sent) {
        String overtaking = keyOrder.delivered(sent);
        if (overtaking != null) {
            problems.accept(overtaking);
        }
    }

    /** A packet is dropped, or merged into another one. */
    void superseded(Sent sent) {
        Message message = sent.message;
        if (message == null
                || (message.type().kind() == DeliveryKind.FACT && message.target() instanceof Target.StreamTarget)) {
            problems.accept("dropped: " + sent);
        } else if (message.type().kind() == DeliveryKind.EPHEMERAL
                && sent.neverDropped
                && !isForgotten(sent, message)) {
            problems.accept("dropped though its profile never drops it: " + sent);
        }
    }

    /** Whether the client forgets what the packet is about before it could have been sent. */
    private boolean isForgotten(Sent sent, Message message) {
        if (message.target() instanceof Target.StreamTarget) {
            return false;
        }
        for (Message.Key key : message.keys()) {
            if (OrderingKey.isEntity(key.key()) && removals[OrderingKey.entityId(key.key())] > sent.serial) {
                return true;
            }
        }
        return worldEnd > sent.serial;
    }

    /** No entity appears in a chunk that is still held. */
    private void chunkOf(Sent sent, double blockX, double blockZ, int first) {
        int x = Places.chunk(blockX);
        int z = Places.chunk(blockZ);
        ModelChunk a = direct.chunks.visible(x, z);
        if (a != null && !a.leftOver && a.dataSerial < first && throttled.chunks.visible(x, z) == null) {
            problems.accept(sent + " before its chunk");
        }
    }
}
