package net.minecraft.server.network;

import io.netty.channel.ChannelFuture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a server listens. Empty: players are injected when their play phase begins, earlier packets do not concern the
 * plugin.
 */
public final class ServerConnectionListener {
    private final List<ChannelFuture> channels = Collections.synchronizedList(new ArrayList<>());

    public List<ChannelFuture> channels() {
        return channels;
    }
}
