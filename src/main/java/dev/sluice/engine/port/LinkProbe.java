package dev.sluice.engine.port;

/** What can be learnt of a client's link. */
public interface LinkProbe {

    /** The smoothed round-trip time in milliseconds, NaN while unknown. Any thread. */
    double rttMillis();

    /** What this probe looks at, for people: {@code ping}, {@code tcp_info}. */
    String name();
}
