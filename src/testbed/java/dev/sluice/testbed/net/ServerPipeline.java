package dev.sluice.testbed.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import net.minecraft.network.PacketBundleUnpacker;

/** Vanilla's pipeline, handler by handler and name by name. */
final class ServerPipeline extends ChannelInitializer<Channel> {
    private static final int TIMEOUT_SECONDS = 120;
    private final ChannelGroup channels;

    ServerPipeline(ChannelGroup channels) {
        this.channels = channels;
    }

    @Override
    protected void initChannel(Channel channel) {
        WireCounter wire = new WireCounter(System::nanoTime);
        PacketTally tally = new PacketTally();
        NettyConnection connection = new NettyConnection(channel, wire, tally);
        channel.pipeline()
                .addLast("flush", new FlushConsolidationHandler())
                .addLast("wire_counter", wire)
                .addLast("timeout", new ReadTimeoutHandler(TIMEOUT_SECONDS))
                .addLast("splitter", new FrameSplitter())
                .addLast("decoder", new ServerboundDecoder(connection))
                .addLast("prepender", new FramePrepender())
                .addLast("encoder", new ClientboundEncoder(tally))
                .addLast("unbundler", new PacketBundleUnpacker())
                .addLast("packet_handler", new PacketHandler(connection));
        channels.add(channel);
    }

    /** Packets in both directions are compressed from now on; event loop. */
    static void compress(ChannelPipeline pipeline, int threshold) {
        pipeline.addAfter("splitter", "decompress", new PacketDecompressor());
        pipeline.addAfter("prepender", "compress", new PacketCompressor(threshold));
    }
}
