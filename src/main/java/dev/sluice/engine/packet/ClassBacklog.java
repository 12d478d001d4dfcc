package dev.sluice.engine.packet;

import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is held of one class. Confined to the client's thread. */
final class ClassBacklog {

    private static final int MAX_FREE = 1_024;

    /** What nothing blocks, by deadline. */
    final ReadyQueue ready = new ReadyQueue();

    /** The estimated wire bytes of all that is held of the class. */
    long bytes;

    private final MessagePriority messageClass;
    private final LongMap<HeldTarget> targets = new LongMap<>();
    private final List<HeldTarget> free = new ArrayList<>();

    ClassBacklog(MessagePriority messageClass) {
        this.messageClass = messageClass;
    }

    /** The messages of a target that is no entity; null if nothing of it is held. */
    @Nullable
    HeldTarget find(Target target) {
        return targets.get(target.id());
    }

    /** The messages of a target that is no entity; an empty one if nothing of it is held. */
    HeldTarget target(Target target) {
        HeldTarget held = targets.get(target.id());
        if (held == null) {
            held = take(target, null);
            targets.put(target.id(), held);
        }
        return held;
    }

    /** The messages of an entity; an empty one if nothing of it is held. In the class of entities no table is asked. */
    HeldTarget target(Target target, ClientEntity entity) {
        if (messageClass == MessagePriority.NEARBY_ENTITIES) {
            HeldTarget held = entity.held;
            if (held == null) {
                held = take(target, entity);
                entity.held = held;
            }
            return held;
        }
        HeldTarget held = targets.get(target.id());
        if (held == null) {
            held = take(target, entity);
            targets.put(target.id(), held);
        }
        return held;
    }

    private HeldTarget take(Target target, @Nullable ClientEntity entity) {
        HeldTarget held = free.isEmpty() ? new HeldTarget(target, messageClass) : free.removeLast();
        held.reuse(target, entity);
        return held;
    }

    /** Lets go of a target of which nothing is held any more. */
    void drop(HeldTarget empty) {
        ClientEntity entity = empty.entity();
        if (entity != null && messageClass == MessagePriority.NEARBY_ENTITIES) {
            entity.held = null;
        } else {
            targets.remove(empty.target().id());
        }
        if (free.size() < MAX_FREE) {
            free.add(empty);
        }
    }

    /** Shows what is held of each target that is no entity. */
    void forEach(Consumer<? super HeldTarget> action) {
        targets.forEach(action);
    }
}
