package net.minecraft.network.chat;

/** What a chat message's signature covers. */
public final class SignedMessageBody {
    private SignedMessageBody() {}

    /** Opaque: {@code body} is the embedded server's own value. */
    public record Packed(Object body) {}
}
