package net.minecraft.network.protocol.game;

import net.minecraft.core.BlockPos;
import net.minecraft.network.protocol.Packet;

/** The player has written on a sign. */
public final class ServerboundSignUpdatePacket implements Packet<ServerGamePacketListener> {
    private final BlockPos pos;
    private final String[] lines;
    private final boolean isFrontText;

    public ServerboundSignUpdatePacket(
            BlockPos pos, boolean isFrontText, String line1, String line2, String line3, String line4) {
        this.pos = pos;
        this.lines = new String[] {line1, line2, line3, line4};
        this.isFrontText = isFrontText;
    }

    public BlockPos getPos() {
        return pos;
    }

    public boolean isFrontText() {
        return isFrontText;
    }

    public String[] getLines() {
        return lines;
    }
}
