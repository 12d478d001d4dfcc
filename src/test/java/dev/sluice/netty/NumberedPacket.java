package dev.sluice.netty;

/** A packet that says which key it belongs to and its place along that key. */
record NumberedPacket(int key, int number) {

    static final int WIRE_BYTES = 8;
}
