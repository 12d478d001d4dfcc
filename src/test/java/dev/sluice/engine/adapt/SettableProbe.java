package dev.sluice.engine.adapt;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import org.jspecify.annotations.Nullable;

/** Says what it is told to say. */
final class SettableProbe implements LinkProbe {

    @Nullable
    LinkReading reading;

    @Override
    public String name() {
        return "settable";
    }

    @Override
    public @Nullable LinkReading read() {
        return reading;
    }
}
