package dev.sluice.testbed.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.kyori.adventure.nbt.CompoundBinaryTag;
import net.kyori.adventure.sound.Sound;
import net.kyori.adventure.text.Component;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.game.ClientboundMoveEntityPacket;
import net.minestom.server.MinecraftServer;
import net.minestom.server.coordinate.BlockVec;
import net.minestom.server.coordinate.CoordConversion;
import net.minestom.server.coordinate.Pos;
import net.minestom.server.coordinate.Vec;
import net.minestom.server.crypto.FilterMask;
import net.minestom.server.crypto.LastSeenMessages;
import net.minestom.server.crypto.MessageSignature;
import net.minestom.server.crypto.SignedMessageBody;
import net.minestom.server.entity.EntityType;
import net.minestom.server.entity.EquipmentSlot;
import net.minestom.server.entity.GameMode;
import net.minestom.server.entity.Metadata;
import net.minestom.server.entity.attribute.Attribute;
import net.minestom.server.entity.attribute.AttributeModifier;
import net.minestom.server.entity.attribute.AttributeOperation;
import net.minestom.server.instance.block.Block;
import net.minestom.server.instance.block.BlockEntityType;
import net.minestom.server.instance.heightmap.Heightmap;
import net.minestom.server.item.ItemStack;
import net.minestom.server.item.Material;
import net.minestom.server.network.ConnectionState;
import net.minestom.server.network.NetworkBuffer;
import net.minestom.server.network.packet.PacketRegistry;
import net.minestom.server.network.packet.PacketVanilla;
import net.minestom.server.network.packet.server.ServerPacket;
import net.minestom.server.network.packet.server.common.KeepAlivePacket;
import net.minestom.server.network.packet.server.common.PingPacket;
import net.minestom.server.network.packet.server.play.AcknowledgeBlockChangePacket;
import net.minestom.server.network.packet.server.play.ActionBarPacket;
import net.minestom.server.network.packet.server.play.AttachEntityPacket;
import net.minestom.server.network.packet.server.play.BlockActionPacket;
import net.minestom.server.network.packet.server.play.BlockBreakAnimationPacket;
import net.minestom.server.network.packet.server.play.BlockChangePacket;
import net.minestom.server.network.packet.server.play.BlockEntityDataPacket;
import net.minestom.server.network.packet.server.play.BundlePacket;
import net.minestom.server.network.packet.server.play.CameraPacket;
import net.minestom.server.network.packet.server.play.ChunkBatchFinishedPacket;
import net.minestom.server.network.packet.server.play.ChunkBatchStartPacket;
import net.minestom.server.network.packet.server.play.ChunkBiomesPacket;
import net.minestom.server.network.packet.server.play.ChunkDataPacket;
import net.minestom.server.network.packet.server.play.CollectItemPacket;
import net.minestom.server.network.packet.server.play.DamageEventPacket;
import net.minestom.server.network.packet.server.play.DeleteChatPacket;
import net.minestom.server.network.packet.server.play.DestroyEntitiesPacket;
import net.minestom.server.network.packet.server.play.DisguisedChatPacket;
import net.minestom.server.network.packet.server.play.EntityAnimationPacket;
import net.minestom.server.network.packet.server.play.EntityAttributesPacket;
import net.minestom.server.network.packet.server.play.EntityEffectPacket;
import net.minestom.server.network.packet.server.play.EntityEquipmentPacket;
import net.minestom.server.network.packet.server.play.EntityHeadLookPacket;
import net.minestom.server.network.packet.server.play.EntityMetaDataPacket;
import net.minestom.server.network.packet.server.play.EntityPositionAndRotationPacket;
import net.minestom.server.network.packet.server.play.EntityPositionPacket;
import net.minestom.server.network.packet.server.play.EntityPositionSyncPacket;
import net.minestom.server.network.packet.server.play.EntityRotationPacket;
import net.minestom.server.network.packet.server.play.EntitySoundEffectPacket;
import net.minestom.server.network.packet.server.play.EntityStatusPacket;
import net.minestom.server.network.packet.server.play.EntityTeleportPacket;
import net.minestom.server.network.packet.server.play.EntityVelocityPacket;
import net.minestom.server.network.packet.server.play.FacePlayerPacket;
import net.minestom.server.network.packet.server.play.FacePlayerPacket.FacePosition;
import net.minestom.server.network.packet.server.play.HitAnimationPacket;
import net.minestom.server.network.packet.server.play.JoinGamePacket;
import net.minestom.server.network.packet.server.play.MoveMinecartPacket;
import net.minestom.server.network.packet.server.play.MultiBlockChangePacket;
import net.minestom.server.network.packet.server.play.OpenHorseWindowPacket;
import net.minestom.server.network.packet.server.play.OpenSignEditorPacket;
import net.minestom.server.network.packet.server.play.ParticlePacket;
import net.minestom.server.network.packet.server.play.PlayerChatMessagePacket;
import net.minestom.server.network.packet.server.play.PlayerInfoRemovePacket;
import net.minestom.server.network.packet.server.play.PlayerInfoUpdatePacket;
import net.minestom.server.network.packet.server.play.PlayerPositionAndLookPacket;
import net.minestom.server.network.packet.server.play.PlayerRotationPacket;
import net.minestom.server.network.packet.server.play.ProjectilePowerPacket;
import net.minestom.server.network.packet.server.play.RemoveEntityEffectPacket;
import net.minestom.server.network.packet.server.play.RespawnPacket;
import net.minestom.server.network.packet.server.play.SetPassengersPacket;
import net.minestom.server.network.packet.server.play.SoundEffectPacket;
import net.minestom.server.network.packet.server.play.SpawnEntityPacket;
import net.minestom.server.network.packet.server.play.StartConfigurationPacket;
import net.minestom.server.network.packet.server.play.SystemChatPacket;
import net.minestom.server.network.packet.server.play.TickStepPacket;
import net.minestom.server.network.packet.server.play.UnloadChunkPacket;
import net.minestom.server.network.packet.server.play.UpdateLightPacket;
import net.minestom.server.network.packet.server.play.UpdateViewDistancePacket;
import net.minestom.server.network.packet.server.play.UpdateViewPositionPacket;
import net.minestom.server.network.packet.server.play.WorldEventPacket;
import net.minestom.server.network.packet.server.play.data.ChunkData;
import net.minestom.server.network.packet.server.play.data.LightData;
import net.minestom.server.network.packet.server.play.data.WorldPos;
import net.minestom.server.particle.Particle;
import net.minestom.server.potion.Potion;
import net.minestom.server.potion.PotionEffect;
import net.minestom.server.sound.SoundEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {
    private static final long SEED = 20260101;
    private static final UUID ID = new UUID(1, 2);

    @BeforeAll
    static void registries() {
        if (MinecraftServer.process() == null) {
            var _ = MinecraftServer.init();
        }
    }

    @ParameterizedTest
    @MethodSource("packets")
    void packet_toItsShapeAndBack_hasTheSameBytes(ServerPacket.Play packet) {
        Packet<?> shape = Shapes.toShape(packet);

        assertFalse(shape instanceof OpaquePacket, () -> shape.getClass() + " carries the original");
        assertArrayEquals(bytes(packet), bytes(Shapes.toMinestom(shape)));
    }

    @Test
    void everyAngle_toItsShapeAndBack_isTheSame() {
        for (int angle = Byte.MIN_VALUE; angle <= Byte.MAX_VALUE; angle++) {
            ServerPacket.Play packet =
                    Shapes.toMinestom(new ClientboundMoveEntityPacket.Rot(1, (byte) angle, (byte) angle, true));
            ClientboundMoveEntityPacket back = (ClientboundMoveEntityPacket) Shapes.toShape(packet);
            byte[] bytes = bytes(packet);

            assertEquals(angle, back.yRot());
            assertEquals(angle, bytes[bytes.length - 3]);
        }
    }

    @Test
    void builtMove_isEncodedFromItsOwnFields() {
        Packet<?> built = new ClientboundMoveEntityPacket.Pos(9, (short) 1, (short) -2, (short) 32000, false);

        assertArrayEquals(
                bytes(new EntityPositionPacket(9, (short) 1, (short) -2, (short) 32000, false)),
                bytes(Shapes.toMinestom(built)));
    }

    @Test
    void packetThatNobodyReads_keepsItsBody() {
        TickStepPacket packet = new TickStepPacket(3);

        assertEquals(packet, Shapes.toMinestom(Shapes.toShape(packet)));
    }

    @Test
    void everyPacketOfThePlayPhase_hasAShape() {
        Set<Class<?>> shaped = new HashSet<>(OpaqueShapes.packets());
        packets().forEach(packet -> shaped.add(packet.getClass()));
        List<String> missing = PacketVanilla.SERVER_PACKET_PARSER.play().packets().stream()
                .filter(Objects::nonNull)
                .map(PacketRegistry.PacketInfo::packetClass)
                .filter(packet -> !shaped.contains(packet))
                .map(Class::getSimpleName)
                .toList();

        assertEquals(List.of(), missing);
    }

    static Stream<ServerPacket.Play> packets() {
        registries();
        return Stream.of(entities(), world(), chat()).flatMap(List::stream);
    }

    private static List<ServerPacket.Play> entities() {
        return List.of(
                new SpawnEntityPacket(
                        5, ID, EntityType.COW, new Pos(1.5, -60.25, 3e6, 90, -45), 123, 7, new Vec(0.1, 0, -0.5)),
                new EntityAnimationPacket(5, EntityAnimationPacket.Animation.SWING_OFF_HAND),
                new EntityStatusPacket(5, (byte) 35),
                new EntityPositionSyncPacket(
                        1_000_000, new Vec(1.1, 2.2, 3.3), new Vec(1.2345678901234E15, 0, 0), 10, 20, true),
                new EntityPositionPacket(5, Short.MAX_VALUE, Short.MIN_VALUE, (short) 3, true),
                new EntityPositionAndRotationPacket(5, (short) 1, (short) 2, (short) 3, 180, 90, false),
                new EntityRotationPacket(5, -90, 45, true),
                new EntityHeadLookPacket(5, 270),
                new EntityVelocityPacket(5, new Vec(0.25, -3.5, 0.0625)),
                new EntityTeleportPacket(5, new Pos(1, 2, 3, 4, 5), new Vec(0.5, 0, 0), 0x1f, true),
                new DestroyEntitiesPacket(List.of(1, 2, 300_000)),
                new EntityMetaDataPacket(5, Map.of(0, Metadata.Byte((byte) 1))),
                new EntityMetaDataPacket(5, Map.of(2, Metadata.OptComponent(Component.text("Bo")))),
                new EntityEquipmentPacket(5, Map.of(EquipmentSlot.HELMET, ItemStack.of(Material.IRON_HELMET))),
                new EntityAttributesPacket(
                        5,
                        List.of(new EntityAttributesPacket.Property(
                                Attribute.MAX_HEALTH,
                                20,
                                List.of(new AttributeModifier("a:b", 1, AttributeOperation.ADD_VALUE))))),
                new SetPassengersPacket(5, List.of(6, 7)),
                new AttachEntityPacket(5, 6),
                new CollectItemPacket(5, 6, 64),
                new EntityEffectPacket(5, new Potion(PotionEffect.SPEED, 2, 100, Potion.PARTICLES_FLAG)),
                new RemoveEntityEffectPacket(5, PotionEffect.SPEED),
                new EntitySoundEffectPacket(SoundEvent.ENTITY_COW_AMBIENT, Sound.Source.NEUTRAL, 5, 1, 1, 99),
                new DamageEventPacket(5, 1, 0, 0, null),
                new DamageEventPacket(5, 1, 2, 3, new Vec(1, 2, 3)),
                new HitAnimationPacket(5, 30),
                new ProjectilePowerPacket(5, 0.1),
                new CameraPacket(5),
                new FacePlayerPacket(FacePosition.EYES, new Vec(1.5, -60.25, 3e6), 5, FacePosition.FEET),
                new FacePlayerPacket(FacePosition.FEET, new Vec(1.5, -60.25, 3e6), 0, null),
                new OpenHorseWindowPacket(1, 3, 5),
                new MoveMinecartPacket(
                        5, List.of(new MoveMinecartPacket.LerpStep(new Vec(1, 2, 3), new Vec(0, 0, 0.5), 90, 0, 1))));
    }

    private static List<ServerPacket.Play> world() {
        return List.of(
                new ChunkDataPacket(-3, 7, chunk(), light()),
                new UpdateLightPacket(-3, 7, light()),
                new ChunkBiomesPacket(List.of(new ChunkBiomesPacket.ChunkBiomeData(-3, 7, new byte[] {1, 2}))),
                new ChunkBatchStartPacket(),
                new ChunkBatchFinishedPacket(9),
                new UnloadChunkPacket(-3, 7),
                new BlockChangePacket(new BlockVec(-1, -60, 1_000), Block.STONE.stateId()),
                new MultiBlockChangePacket(section(-3, -4, 7), new long[] {5L << 12 | 0xabc, 77_777L << 12 | 1}),
                new BlockEntityDataPacket(
                        new BlockVec(1, 2, 3),
                        BlockEntityType.SIGN,
                        CompoundBinaryTag.builder().putInt("a", 1).build()),
                new BlockActionPacket(new BlockVec(1, 2, 3), (byte) 1, (byte) 200, 54),
                new BlockActionPacket(new BlockVec(15, 2, 3), (byte) 1, (byte) 5, Block.STICKY_PISTON.id()),
                new BlockBreakAnimationPacket(5, new BlockVec(1, 2, 3), (byte) 9),
                new AcknowledgeBlockChangePacket(12),
                new UpdateViewPositionPacket(-3, 7),
                new UpdateViewDistancePacket(10),
                new ParticlePacket(Particle.FLAME, true, false, 1.5, 2.5, 3.5, 1, 2, 3, 0.5F, 8),
                new WorldEventPacket(2001, new BlockVec(-1, 2, -3), 4, true),
                new SoundEffectPacket(
                        SoundEvent.BLOCK_STONE_BREAK, Sound.Source.BLOCK, new Vec(-1.125, 60.5, 3), 1, 0.5F, 7),
                new PlayerPositionAndLookPacket(3, new Vec(1, 2, 3), new Vec(0, 0.5, 0), 45, -45, 0x1e0),
                new PlayerRotationPacket(45, true, -45, false),
                new OpenSignEditorPacket(new BlockVec(1, 2, 3), true),
                new PingPacket(0x3fffffff),
                new KeepAlivePacket(1L << 60),
                new BundlePacket(),
                new JoinGamePacket(
                        5,
                        true,
                        List.of("minecraft:overworld", "minecraft:the_nether"),
                        20,
                        10,
                        8,
                        true,
                        false,
                        true,
                        2,
                        "minecraft:overworld",
                        1L << 60,
                        GameMode.CREATIVE,
                        null,
                        true,
                        false,
                        null,
                        3,
                        63,
                        true),
                new RespawnPacket(
                        2,
                        "minecraft:the_nether",
                        1L << 60,
                        GameMode.SURVIVAL,
                        GameMode.SPECTATOR,
                        false,
                        true,
                        new WorldPos("minecraft:overworld", new BlockVec(1, -2, 3)),
                        3,
                        63,
                        (byte) RespawnPacket.COPY_ALL),
                new StartConfigurationPacket());
    }

    private static List<ServerPacket.Play> chat() {
        return List.of(
                new SystemChatPacket(Component.text("hi"), false),
                new ActionBarPacket(Component.text("Budget")),
                new DisguisedChatPacket(Component.text("hi"), 1, Component.text("Bo"), null),
                new DisguisedChatPacket(Component.text("hi"), 1, Component.text("Bo"), Component.text("Al")),
                new PlayerChatMessagePacket(
                        1,
                        ID,
                        2,
                        new MessageSignature(new byte[256]),
                        new SignedMessageBody.Packed(
                                "hi", Instant.ofEpochMilli(1234), 5, new LastSeenMessages.Packed(List.of())),
                        Component.text("hello"),
                        new FilterMask(FilterMask.Type.PASS_THROUGH, new BitSet()),
                        1,
                        Component.text("Bo"),
                        null),
                new DeleteChatPacket(new MessageSignature(new byte[256])),
                new PlayerInfoRemovePacket(List.of(ID)),
                new PlayerInfoUpdatePacket(
                        EnumSet.of(
                                PlayerInfoUpdatePacket.Action.ADD_PLAYER,
                                PlayerInfoUpdatePacket.Action.UPDATE_LISTED,
                                PlayerInfoUpdatePacket.Action.UPDATE_GAME_MODE),
                        List.of(new PlayerInfoUpdatePacket.Entry(
                                ID, "Bo", List.of(), true, 30, GameMode.CREATIVE, null, null, 3, true))));
    }

    private static ChunkData chunk() {
        Map<Heightmap.Type, long[]> heights = new EnumMap<>(Heightmap.Type.class);
        heights.put(Heightmap.Type.MOTION_BLOCKING, random().longs(37).toArray());
        byte[] sections = new byte[4096];
        random().nextBytes(sections);
        return new ChunkData(heights, sections, Map.of(CoordConversion.chunkBlockIndex(3, -50, 12), Block.CHEST));
    }

    private static LightData light() {
        BitSet mask = BitSet.valueOf(new long[] {0b110});
        List<byte[]> arrays =
                IntStream.range(0, 2).mapToObj(i -> new byte[2048]).toList();
        return new LightData(mask, new BitSet(), new BitSet(), mask, arrays, List.of());
    }

    private static long section(long x, long y, long z) {
        return (x & 0x3fffff) << 42 | (z & 0x3fffff) << 20 | (y & 0xfffff);
    }

    private static Random random() {
        return new Random(SEED);
    }

    private static byte[] bytes(ServerPacket.Play packet) {
        PacketRegistry<? extends ServerPacket> registry =
                PacketVanilla.SERVER_PACKET_PARSER.stateRegistry(ConnectionState.PLAY);
        return bytes(registry, packet);
    }

    @SuppressWarnings("unchecked") // a play packet in the play phase's registry
    private static <T extends ServerPacket> byte[] bytes(PacketRegistry<T> registry, ServerPacket packet) {
        PacketRegistry.PacketInfo<T> info = registry.packetInfo((T) packet);
        return NetworkBuffer.makeArray(
                buffer -> {
                    buffer.write(NetworkBuffer.VAR_INT, info.id());
                    buffer.write(info.serializer(), (T) packet);
                },
                MinecraftServer.process());
    }
}
