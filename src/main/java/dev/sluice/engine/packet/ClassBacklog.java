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
    private final LongMap<ListedTarget> targets = new LongMap<>();
    private final List<ListedTarget> free = new ArrayList<>();

    ClassBacklog(MessagePriority messageClass) {
        this.messageClass = messageClass;
    }

    /** The messages of a target that is no entity; null if nothing of it is held. */
    @Nullable
    ListedTarget find(Target target) {
        return targets.get(target.id());
    }

    /** Of how many targets that have no list of their own something is held. */
    int listed() {
        return targets.size();
    }

    /** The messages of a target that has no list of its own; an empty one if nothing of it is held. */
    ListedTarget target(Target target, @Nullable ClientEntity entity) {
        ListedTarget held = targets.get(target.id());
        if (held == null) {
            held = free.isEmpty() ? new ListedTarget(target, messageClass) : free.removeLast();
            held.reuse(target, entity);
            targets.put(target.id(), held);
        }
        return held;
    }

    /** Lets go of a target of which nothing is held any more. */
    void drop(ListedTarget empty) {
        targets.remove(empty.target().id());
        if (free.size() < MAX_FREE) {
            free.add(empty);
        }
    }

    /** Shows what is held of each target that has no list of its own. */
    void forEach(Consumer<? super ListedTarget> action) {
        targets.forEach(action);
    }
}
