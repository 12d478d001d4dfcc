package dev.sluice.engine;

import dev.sluice.engine.adapt.DeliveryTracker;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.WriteListener;
import dev.sluice.engine.schedule.NetworkProfile;
import org.jspecify.annotations.Nullable;

/** Passes on what was written to those who follow the rate and the delivery. Confined to the client's thread. */
final class WriteLedger implements WriteListener {

    private final SendRate sendRate;
    private final DeliveryTracker delivery;
    private ReliableTypes reliable;

    WriteLedger(SendRate sendRate, DeliveryTracker delivery, NetworkProfile profile) {
        this.sendRate = sendRate;
        this.delivery = delivery;
        this.reliable = new ReliableTypes(profile);
    }

    void reconfigure(NetworkProfile profile) {
        reliable = new ReliableTypes(profile);
    }

    @Override
    public void written(@Nullable Message message, long bytes) {
        sendRate.wrote(bytes);
        delivery.written(bytes, message != null && reliable.covers(message));
    }
}
