package dev.sluice.engine.packet;

import dev.sluice.engine.priority.EntityMemory;
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

    int messages;

    private final MessagePriority messageClass;
    private final LongMap<HeldTarget> targets = new LongMap<>();
    private final List<HeldTarget> free = new ArrayList<>();

    ClassBacklog(MessagePriority messageClass) {
        this.messageClass = messageClass;
    }

    @Nullable
    HeldTarget find(Target target) {
        return targets.get(target.id());
    }

    /** The target's messages; an empty one if nothing of it is held. */
    HeldTarget target(Target target, @Nullable EntityMemory memory) {
        HeldTarget held = targets.get(target.id());
        if (held == null) {
            held = free.isEmpty() ? new HeldTarget(target, messageClass) : free.removeLast();
            held.reuse(target, memory);
            targets.put(target.id(), held);
        }
        return held;
    }

    /** Lets go of a target of which nothing is held any more. */
    void drop(HeldTarget empty) {
        targets.remove(empty.target().id());
        if (free.size() < MAX_FREE) {
            free.add(empty);
        }
    }

    /** Of how many targets something is held. */
    int targets() {
        return targets.size();
    }

    void forEach(Consumer<? super HeldTarget> action) {
        targets.forEach(action);
    }
}
