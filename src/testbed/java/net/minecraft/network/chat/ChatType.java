package net.minecraft.network.chat;

import java.util.Optional;
import net.minecraft.core.Holder;

/** How chat is shown. */
public record ChatType(int id) {
    /** A kind of chat with its names filled in. */
    public record Bound(Holder<ChatType> chatType, Component name, Optional<Component> targetName) {}
}
