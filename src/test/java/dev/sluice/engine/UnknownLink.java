package dev.sluice.engine;

import dev.sluice.engine.port.LinkProbe;

/** A probe that knows nothing. */
public record UnknownLink() implements LinkProbe {

    @Override
    public double rttMillis() {
        return Double.NaN;
    }

    @Override
    public String name() {
        return "none";
    }
}
