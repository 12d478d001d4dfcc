package net.minecraft.network.chat;

/** A player's chat session. */
public final class RemoteChatSession {
    private RemoteChatSession() {}

    /** Opaque: {@code body} is the embedded server's own value. */
    public record Data(Object body) {}
}
