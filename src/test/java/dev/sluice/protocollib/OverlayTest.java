package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import java.util.List;
import net.kyori.adventure.text.Component;
import net.minecraft.network.chat.MutableComponent;
import net.minecraft.network.protocol.game.ClientboundSetActionBarTextPacket;
import net.minecraft.network.protocol.game.ClientboundSystemChatPacket;
import org.junit.jupiter.api.Test;

/** A line of the server's that overlays is shown where the action bar is, and the newer one is to stay. */
final class OverlayTest {

    private static final MutableComponent TEXT = new MutableComponent(Component.text("text"));
    private static final ClientboundSystemChatPacket OVERLAY = new ClientboundSystemChatPacket(TEXT, true);
    private static final ClientboundSetActionBarTextPacket ACTION_BAR = new ClientboundSetActionBarTextPacket(TEXT);

    private final ServerSession server =
            new ServerSession(ClientboundSystemChatPacket.class, ClientboundSetActionBarTextPacket.class);

    @Test
    void overlay_olderActionBarHeld_comesAfterIt() {
        server.client.congest();
        server.send("older", ACTION_BAR);
        server.send("newer", OVERLAY);
        server.client.drain();
        server.assertWritten("older", "newer");
    }

    /** It waits neither for the chat before it nor that for it. */
    @Test
    void overlay_asTheActionBar_ofItsClassAndKey() {
        Message overlay = server.known(OVERLAY);
        Message actionBar = server.known(ACTION_BAR);
        assertEquals(MessagePriority.METADATA, overlay.type().priority());
        assertEquals(actionBar.type().priority(), overlay.type().priority());
        assertEquals(actionBar.keys(), overlay.keys());
        assertEquals(actionBar.target(), overlay.target());
        assertEquals("system_chat", overlay.type().name());
    }

    @Test
    void line_thatOverlaysNothing_isChat() {
        assertChat(server.known(new ClientboundSystemChatPacket(TEXT, false)));
    }

    @Test
    void overlay_flagUnknown_isChat() {
        assertChat(ServerPackets.plainly("system_chat", ClientboundSystemChatPacket.class)
                .extract(OVERLAY));
    }

    private static void assertChat(Message message) {
        assertEquals(MessagePriority.CHAT, message.type().priority());
        assertEquals(List.of(new Message.Key(OrderingKey.CHAT, KeyMode.EXCLUSIVE)), message.keys());
    }
}
