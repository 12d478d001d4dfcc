package net.minecraft.network.protocol.game;

import com.mojang.authlib.GameProfile;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import net.minecraft.network.chat.Component;
import net.minecraft.network.chat.RemoteChatSession;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.level.GameType;
import org.jspecify.annotations.Nullable;

/** Players enter the list or change there. */
public final class ClientboundPlayerInfoUpdatePacket implements Packet<ClientGamePacketListener> {
    private final EnumSet<Action> actions;
    private final List<Entry> entries;

    public ClientboundPlayerInfoUpdatePacket(EnumSet<Action> actions, List<Entry> entries) {
        this.actions = actions;
        this.entries = entries;
    }

    public EnumSet<Action> actions() {
        return actions;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** What an update says of each player. */
    public enum Action {
        ADD_PLAYER,
        INITIALIZE_CHAT,
        UPDATE_GAME_MODE,
        UPDATE_LISTED,
        UPDATE_LATENCY,
        UPDATE_DISPLAY_NAME,
        UPDATE_LIST_ORDER,
        UPDATE_HAT
    }

    /** One player. */
    public record Entry(
            UUID profileId,
            @Nullable GameProfile profile,
            boolean listed,
            int latency,
            GameType gameMode,
            @Nullable Component displayName,
            boolean showHat,
            int listOrder,
            RemoteChatSession.@Nullable Data chatSession) {}
}
