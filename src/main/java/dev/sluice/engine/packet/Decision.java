package dev.sluice.engine.packet;

/** What becomes of an offered packet. */
public sealed interface Decision {

    /** Write it now. */
    record Pass() implements Decision {}

    /** It is held; the engine writes it later. */
    record Hold() implements Decision {}

    /** It is held no longer: its content went into what is held already, or the client no longer needs it. */
    record Absorb() implements Decision {}

    Decision PASS = new Pass();
    Decision HOLD = new Hold();
    Decision ABSORB = new Absorb();
}
