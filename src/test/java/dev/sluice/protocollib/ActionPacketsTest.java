package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.minecraft.core.BlockPos;
import net.minecraft.core.Direction;
import net.minecraft.network.protocol.common.ServerboundPongPacket;
import net.minecraft.network.protocol.game.ServerboundPlayerActionPacket;
import net.minecraft.network.protocol.game.ServerboundPlayerActionPacket.Action;
import net.minecraft.network.protocol.game.ServerboundSignUpdatePacket;
import net.minecraft.network.protocol.game.ServerboundUseItemOnPacket;
import net.minecraft.network.protocol.game.ServerboundUseItemPacket;
import net.minecraft.world.InteractionHand;
import net.minecraft.world.phys.BlockHitResult;
import net.minecraft.world.phys.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ActionPacketsTest {

    private static final UUID STEVE = new UUID(0, 7);
    private static final BlockPos PLACE = new BlockPos(-3, 70, 12);
    private static final Set<Class<?>> SERVERBOUND = Set.of(
            ServerboundPlayerActionPacket.class,
            ServerboundUseItemOnPacket.class,
            ServerboundUseItemPacket.class,
            ServerboundSignUpdatePacket.class,
            ServerboundPongPacket.class);

    private final LogLines log = new LogLines();
    private final ActionPackets packets = ActionPackets.of(SERVERBOUND, log.logger());
    private final List<String> heard = new ArrayList<>();
    private final PlayerActions ears = new PlayerActions() {
        @Override
        public void acted(UUID playerId, int x, int y, int z) {
            assertEquals(STEVE, playerId);
            heard.add(x + " " + y + " " + z);
        }

        @Override
        public void acted(UUID playerId) {
            assertEquals(STEVE, playerId);
            heard.add("nearby");
        }
    };

    @ParameterizedTest
    @EnumSource
    void read_playerAction_tellsOfDiggingOnly(Action action) {
        packets.read(new ServerboundPlayerActionPacket(action, PLACE, Direction.UP, 1), STEVE, ears);
        boolean digs = action == Action.START_DESTROY_BLOCK || action == Action.STOP_DESTROY_BLOCK;
        assertEquals(digs ? List.of("-3 70 12") : List.of(), heard);
    }

    @Test
    void read_click_tellsTheBlockThatWasHit() {
        packets.read(click(PLACE), STEVE, ears);
        assertEquals(List.of("-3 70 12"), heard);
    }

    @Test
    void read_itemUsedOnNothingNamed_tellsOfSomethingNearby() {
        packets.read(new ServerboundUseItemPacket(InteractionHand.OFF_HAND, 3, 10, 20), STEVE, ears);
        assertEquals(List.of("nearby"), heard);
    }

    @Test
    void read_signWritten_tellsWhere() {
        packets.read(new ServerboundSignUpdatePacket(PLACE, true, "a", "b", "c", "d"), STEVE, ears);
        assertEquals(List.of("-3 70 12"), heard);
    }

    @Test
    void read_anythingElse_tellsNothing() {
        packets.read(new ServerboundPongPacket(1), STEVE, ears);
        packets.read("no packet", STEVE, ears);
        assertEquals(List.of(), heard);
        assertFalse(packets.knows(ServerboundPongPacket.class));
    }

    @Test
    void of_allShapedAsExpected_logsNothing() {
        assertEquals(List.of(), log.lines());
        assertTrue(packets.knows(ServerboundUseItemOnPacket.class));
    }

    @Test
    @SuppressWarnings("NullAway") // a packet that cannot be read
    void read_unreadable_tellsNothingAndIsLoggedOnce() {
        ServerboundUseItemOnPacket broken = new ServerboundUseItemOnPacket(InteractionHand.MAIN_HAND, null, 1);
        packets.read(broken, STEVE, ears);
        packets.read(broken, STEVE, ears);
        packets.read(click(PLACE), STEVE, ears);
        assertEquals(List.of("-3 70 12"), heard);
        assertEquals(1, log.lines().size(), log.lines().toString());
    }

    @Test
    void of_packetMissing_isNamedAndTheOthersAreRead() {
        LogLines said = new LogLines();
        ActionPackets some = ActionPackets.of(
                Set.of(ServerboundPlayerActionPacket.class, ServerboundUseItemPacket.class, OtherPacket.class),
                said.logger());
        some.read(new ServerboundPlayerActionPacket(Action.STOP_DESTROY_BLOCK, PLACE, Direction.UP, 1), STEVE, ears);
        some.read(click(PLACE), STEVE, ears);
        assertEquals(List.of("-3 70 12"), heard);
        assertEquals(1, said.lines().size());
        String line = said.lines().getFirst();
        assertTrue(line.contains("ServerboundUseItemOnPacket") && line.contains("ServerboundSignUpdatePacket"), line);
        assertFalse(line.contains("ServerboundPlayerActionPacket"), line);
    }

    private static ServerboundUseItemOnPacket click(BlockPos block) {
        return new ServerboundUseItemOnPacket(
                InteractionHand.MAIN_HAND,
                new BlockHitResult(new Vec3(-2.5, 71, 12.25), Direction.UP, block, false, false),
                1);
    }

    private static final class OtherPacket {}
}
