package dev.sluice.engine;

import dev.sluice.engine.port.PacketSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Writes into lists, and checks that every receipt is settled at most once. */
public final class RecordingSink implements PacketSink {

    public final List<Object> written = new ArrayList<>();
    public final List<Object> superseded = new ArrayList<>();
    public final List<Object> abandoned = new ArrayList<>();
    public int flushes;

    /** Sees each packet before it is written, and refuses it by throwing. */
    public Consumer<Object> door = packet -> {};

    /** Hears of each packet's bytes as it is written. */
    public LongConsumer carrier = bytes -> {};

    /** Hears of each packet that is let go of instead. */
    public Runnable discards = () -> {};

    private final Map<Object, String> settled = new HashMap<>();
    private final ToLongFunction<Object> wireBytes;

    public RecordingSink(ToLongFunction<Object> wireBytes) {
        this.wireBytes = wireBytes;
    }

    @Override
    public long write(Object packet, @Nullable Object receipt) {
        door.accept(packet);
        settle(receipt, "written");
        written.add(packet);
        long bytes = wireBytes.applyAsLong(packet);
        carrier.accept(bytes);
        return bytes;
    }

    @Override
    public void flush() {
        flushes++;
    }

    @Override
    public void supersede(Object packet, @Nullable Object receipt) {
        settle(receipt, "superseded");
        superseded.add(packet);
        discards.run();
    }

    @Override
    public void abandon(Object packet, @Nullable Object receipt) {
        settle(receipt, "abandoned");
        abandoned.add(packet);
        discards.run();
    }

    /** How many receipts are settled. */
    public int settledReceipts() {
        return settled.size();
    }

    private void settle(@Nullable Object receipt, String how) {
        if (receipt != null) {
            String before = settled.put(receipt, how);
            if (before != null) {
                throw new AssertionError("receipt " + receipt + " settled twice: " + before + ", then " + how);
            }
        }
    }
}
