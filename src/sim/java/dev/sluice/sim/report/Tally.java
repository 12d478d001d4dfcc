package dev.sluice.sim.report;

import dev.sluice.engine.priority.MessagePriority;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What was measured of some players. Adding tallies gives the same in any order, so that it does not matter which thread
 * simulated whom. Confined to one thread.
 */
public final class Tally {

    final List<ClassTally> classes = new ArrayList<>();

    /** The time until the last chunk of a player's first view was delivered. */
    final Histogram firstView = new Histogram(3_600_000_000L, 3);

    long charged;
    long takenAlong;
    long caps;

    public Tally() {
        for (int i = 0; i < MessagePriority.values().length; i++) {
            classes.add(new ClassTally());
        }
    }

    ClassTally of(MessagePriority messageClass) {
        return classes.get(messageClass.ordinal());
    }

    /** Adds what was measured of other players. */
    public void add(Tally other) {
        for (int i = 0; i < classes.size(); i++) {
            classes.get(i).add(other.classes.get(i));
        }
        firstView.add(other.firstView);
        charged += other.charged;
        takenAlong += other.takenAlong;
        caps += other.caps;
    }
}
