package dev.sluice.sim;

import dev.sluice.engine.priority.MessagePriority;

/** Foretells how long a message that is offered next would wait. */
interface QueueTimePredictor {

    /** The time in nanoseconds that a message of this class and size would be held if it were offered now. */
    long nanos(BoundsRig rig, MessagePriority messageClass, int bytes);
}
