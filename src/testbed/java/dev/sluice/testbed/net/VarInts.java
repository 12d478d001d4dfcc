package dev.sluice.testbed.net;

import io.netty.buffer.ByteBuf;

/** The protocol's integers of 1 to 5 bytes, 7 bits in each. */
final class VarInts {
    private static final int MAX_BYTES = 5;

    private VarInts() {}

    static int size(int value) {
        return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(value) + 6) / 7);
    }

    static void write(ByteBuf out, int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    static int read(ByteBuf in) {
        int value = 0;
        for (int i = 0; i < MAX_BYTES; i++) {
            byte next = in.readByte();
            value |= (next & 0x7f) << (i * 7);
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("expected a number of at most 5 bytes, found a longer one");
    }
}
