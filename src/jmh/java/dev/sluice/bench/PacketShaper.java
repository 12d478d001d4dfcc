package dev.sluice.bench;

import dev.sluice.engine.TestPacket;
import io.netty.handler.traffic.ChannelTrafficShapingHandler;

/** Netty's handler, told the size of the benchmark's packets. The rate is so low that every packet waits. */
final class PacketShaper extends ChannelTrafficShapingHandler {

    static final long MAX_WAIT_MILLIS = 1_000;

    PacketShaper() {
        super(1_000, 0, 0, MAX_WAIT_MILLIS);
    }

    @Override
    protected long calculateSize(Object msg) {
        return msg instanceof TestPacket packet ? packet.bytes() : super.calculateSize(msg);
    }
}
