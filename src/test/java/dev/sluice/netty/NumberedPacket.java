package dev.sluice.netty;

/** A packet that says which key it belongs to and its place along that key. */
public record NumberedPacket(int key, int number) {

    public static final int WIRE_BYTES = 8;
}
