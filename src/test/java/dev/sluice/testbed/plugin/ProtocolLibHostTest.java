package dev.sluice.testbed.plugin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.comphenix.protocol.PacketType;
import com.comphenix.protocol.ProtocolLibrary;
import com.comphenix.protocol.ProtocolManager;
import com.comphenix.protocol.events.ListenerOptions;
import com.comphenix.protocol.events.ListenerPriority;
import com.comphenix.protocol.events.PacketAdapter;
import com.comphenix.protocol.events.PacketContainer;
import com.comphenix.protocol.events.PacketEvent;
import com.comphenix.protocol.injector.packet.PacketRegistry;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import net.kyori.adventure.text.Component;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.common.CommonPacketTypes;
import net.minecraft.network.protocol.cookie.CookiePacketTypes;
import net.minecraft.network.protocol.game.ClientboundMoveEntityPacket;
import net.minecraft.network.protocol.game.ClientboundRotateHeadPacket;
import net.minecraft.network.protocol.game.GamePacketTypes;
import net.minecraft.network.protocol.ping.PingPacketTypes;
import net.minestom.server.network.packet.server.play.EntityHeadLookPacket;
import net.minestom.server.network.packet.server.play.EntityRotationPacket;
import net.minestom.server.network.packet.server.play.SystemChatPacket;
import org.bukkit.Bukkit;
import org.bukkit.craftbukkit.entity.CraftPlayer;
import org.bukkit.entity.Player;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolLibHostTest {
    private final Thread main = Thread.currentThread();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private PluginHost host;

    @SuppressWarnings("NullAway.Init") // set before each test
    private HostedPlayerDouble player;

    @SuppressWarnings("NullAway.Init") // set before each test
    private HostedConnection connection;

    @BeforeEach
    void start() {
        host = BukkitPluginHost.start(new HostSettings(
                "26.1.2",
                folder,
                Optional.empty(),
                false,
                () -> Thread.currentThread().equals(main),
                25565));
        player = new HostedPlayerDouble();
        connection = host.connect(player);
        host.join(player);
    }

    @AfterEach
    void stop() {
        ProtocolLibrary.getProtocolManager().removePacketListeners(ProtocolLibrary.getPlugin());
        host.quit(player);
        player.close();
        host.close();
    }

    @Test
    void coreTypes_underServerShapes_areSupported() {
        assertAll(Stream.of(
                        PacketType.Play.Server.MAP_CHUNK,
                        PacketType.Play.Server.UNLOAD_CHUNK,
                        PacketType.Play.Server.LIGHT_UPDATE,
                        PacketType.Play.Server.BLOCK_CHANGE,
                        PacketType.Play.Server.MULTI_BLOCK_CHANGE,
                        PacketType.Play.Server.TILE_ENTITY_DATA,
                        PacketType.Play.Server.SPAWN_ENTITY,
                        PacketType.Play.Server.ENTITY_DESTROY,
                        PacketType.Play.Server.REL_ENTITY_MOVE,
                        PacketType.Play.Server.REL_ENTITY_MOVE_LOOK,
                        PacketType.Play.Server.ENTITY_LOOK,
                        PacketType.Play.Server.ENTITY_TELEPORT,
                        PacketType.Play.Server.ENTITY_POSITION_SYNC,
                        PacketType.Play.Server.ENTITY_METADATA,
                        PacketType.Play.Server.ENTITY_EQUIPMENT,
                        PacketType.Play.Server.UPDATE_ATTRIBUTES,
                        PacketType.Play.Server.BUNDLE,
                        PacketType.Play.Server.SYSTEM_CHAT,
                        PacketType.Play.Server.CHAT,
                        PacketType.Play.Server.DISGUISED_CHAT,
                        PacketType.Play.Server.KEEP_ALIVE,
                        PacketType.Play.Server.PING,
                        PacketType.Play.Server.LOGIN,
                        PacketType.Play.Server.RESPAWN)
                .map(type -> () -> assertTrue(type.isSupported(), type.name())));
    }

    @Test
    void everyPacketOfThePlayPhase_hasATypeInProtocolLib() {
        List<String> unknown = new ArrayList<>();
        for (Class<?> packet : classes()) {
            PacketType type = PacketRegistry.getPacketType(PacketType.Protocol.PLAY, packet);
            Set<PacketType> known = packet.getSimpleName().startsWith("Serverbound")
                    ? PacketRegistry.getClientPacketTypes()
                    : PacketRegistry.getServerPacketTypes();
            if (type == null || !known.contains(type)) {
                unknown.add(packet.getSimpleName());
            }
        }

        assertEquals(List.of(), unknown);
    }

    @Test
    void bukkitPlayer_readsTheHostedOne() {
        Player bukkit = Bukkit.getPlayerExact("steve");

        assertInstanceOf(CraftPlayer.class, bukkit);
        assertEquals(33, bukkit.getPing());
        assertEquals(12, bukkit.getVehicle().getEntityId());
        assertEquals(2, bukkit.getLocation().getY());
    }

    @Test
    void connectionsChannel_isProtocolLibsProxyOfTheRealOne() throws ReflectiveOperationException {
        Player bukkit = Bukkit.getPlayerExact("Steve");
        Object handle = ((CraftPlayer) bukkit).getHandle();
        Object listener = field(handle, "connection");
        io.netty.channel.Channel proxy = (io.netty.channel.Channel) field(field(listener, "connection"), "channel");

        assertNotSame(player.channel(), proxy);
        assertSame(player.channel(), proxy.pipeline().channel());
    }

    @Test
    void asyncListener_onTheTickThread_runsInlineBeforeTheTaskOnTheLoop() {
        listen(ListenerPriority.NORMAL, true, PacketType.Play.Server.ENTITY_HEAD_ROTATION, event -> {});

        connection.send(new EntityHeadLookPacket(3, 90));

        assertEquals(List.of("ENTITY_HEAD_ROTATION@main"), seen);
        assertEquals(1, player.encoded().size());
    }

    @Test
    void cancelledPacket_neverReachesTheEncoder() {
        listen(
                ListenerPriority.NORMAL,
                true,
                PacketType.Play.Server.ENTITY_HEAD_ROTATION,
                event -> event.setCancelled(true));

        connection.send(new EntityHeadLookPacket(3, 90));

        assertEquals(List.of(), player.encoded());
    }

    @Test
    void replacedPacket_reachesTheEncoderInsteadOfTheFirst() {
        ClientboundRotateHeadPacket other = new ClientboundRotateHeadPacket(4, (byte) 1);
        listen(
                ListenerPriority.NORMAL,
                true,
                PacketType.Play.Server.ENTITY_HEAD_ROTATION,
                event -> event.setPacket(PacketContainer.fromPacket(other)));

        connection.send(new EntityHeadLookPacket(3, 90));

        assertSame(other, player.encoded().getFirst());
    }

    @Test
    void asyncListener_offTheMainThread_runsOnTheSendersThread() throws InterruptedException {
        listen(ListenerPriority.NORMAL, true, PacketType.Play.Server.SYSTEM_CHAT, event -> {});

        offMain(() -> connection.send(new SystemChatPacket(Component.text("hi"), false)));

        assertEquals(List.of("SYSTEM_CHAT@chat"), seen);
        assertEquals(1, player.encoded().size());
    }

    @Test
    void listenerWithoutAsync_offTheMainThread_isServedByTheNextTick() throws InterruptedException {
        // ENTITY_HEAD_ROTATION and not chat: ProtocolLib forces chat to be asynchronous.
        listen(ListenerPriority.NORMAL, false, PacketType.Play.Server.SET_TITLE_TEXT, event -> {});

        offMain(() -> connection.send(
                new net.minestom.server.network.packet.server.play.SetTitleTextPacket(Component.text("late"))));
        assertEquals(List.of(), player.encoded());
        connection.send(new EntityHeadLookPacket(3, 90));
        host.tick(1, 0, 0);

        assertEquals(List.of("SET_TITLE_TEXT@main"), seen);
        assertEquals(2, player.encoded().size());
        assertInstanceOf(ClientboundRotateHeadPacket.class, player.encoded().getFirst());
    }

    @Test
    void packetOffTheMainThread_thatMayNotPass_waitsForTheTick() throws InterruptedException {
        offMain(() -> connection.send(new EntityHeadLookPacket(3, 90)));
        assertEquals(List.of(), player.encoded());

        host.tick(1, 0, 0);

        assertEquals(1, player.encoded().size());
    }

    @Test
    void packetsOfATick_areFlushedOnceAtItsEnd() {
        int before = player.flushes();
        host.tickStarts();
        for (int entity = 1; entity <= 5; entity++) {
            connection.send(new EntityHeadLookPacket(entity, 90));
        }
        assertEquals(5, player.encoded().size());
        assertEquals(before, player.flushes());

        host.tick(1, 0, 0);
        assertEquals(before + 1, player.flushes());

        connection.send(new EntityHeadLookPacket(6, 90));
        assertEquals(before + 2, player.flushes());
    }

    @Test
    void packetOffTheMainThread_thatMayPass_isFlushedDuringATick() throws InterruptedException {
        int before = player.flushes();
        host.tickStarts();
        offMain(() -> connection.send(new SystemChatPacket(Component.text("hi"), false)));
        assertEquals(before + 1, player.flushes());
    }

    @Test
    void bundle_runsItsOwnListenersBeforeThoseOfWhatItHolds() {
        listen(ListenerPriority.MONITOR, true, PacketType.Play.Server.BUNDLE, event -> {});
        listen(ListenerPriority.LOWEST, true, PacketType.Play.Server.ENTITY_HEAD_ROTATION, event -> {});

        connection.bundle(() -> {
            connection.send(new EntityHeadLookPacket(3, 90));
            connection.send(new EntityRotationPacket(3, 90, 0, true));
        });

        assertEquals(List.of("BUNDLE@main", "ENTITY_HEAD_ROTATION@main"), seen);
        assertEquals(
                List.of(
                        "ClientboundBundleDelimiterPacket",
                        "ClientboundRotateHeadPacket",
                        "Rot",
                        "ClientboundBundleDelimiterPacket"),
                names(player.encoded()));
    }

    @Test
    void bundle_whoseSubPacketIsCancelled_goesOutWithoutIt() {
        listen(
                ListenerPriority.NORMAL,
                true,
                PacketType.Play.Server.ENTITY_HEAD_ROTATION,
                event -> event.setCancelled(true));

        connection.bundle(() -> {
            connection.send(new EntityHeadLookPacket(3, 90));
            connection.send(new EntityRotationPacket(3, 90, 0, true));
        });

        assertEquals(
                List.of("ClientboundBundleDelimiterPacket", "Rot", "ClientboundBundleDelimiterPacket"),
                names(player.encoded()));
    }

    @Test
    void sendServerPacket_withoutFilters_reachesNoListenerOfSentPackets() {
        // ProtocolLib 5.4.0 means to call those at MONITOR, but asks for the priority at which they receive.
        listen(ListenerPriority.NORMAL, true, PacketType.Play.Server.ENTITY_LOOK, event -> seen.add("normal"));
        listen(ListenerPriority.MONITOR, true, PacketType.Play.Server.ENTITY_LOOK, event -> seen.add("monitor"));
        ProtocolManager protocol = ProtocolLibrary.getProtocolManager();
        Packet<?> packet = new ClientboundMoveEntityPacket.Rot(3, (byte) 1, (byte) 2, true);

        protocol.sendServerPacket(Bukkit.getPlayerExact("Steve"), PacketContainer.fromPacket(packet), false);

        assertEquals(List.of(), seen);
        assertSame(packet, player.encoded().getFirst());
    }

    @Test
    void secondHost_whileOneRuns_isRefused() {
        IllegalStateException refused = org.junit.jupiter.api.Assertions.assertThrows(
                IllegalStateException.class,
                () -> BukkitPluginHost.start(
                        new HostSettings("26.1.2", folder, Optional.empty(), false, () -> true, 25565)));

        assertNotEquals("", refused.getMessage());
    }

    private void listen(
            ListenerPriority priority,
            boolean async,
            PacketType type,
            java.util.function.Consumer<PacketEvent> action) {
        ListenerOptions[] options = async ? new ListenerOptions[] {ListenerOptions.ASYNC} : new ListenerOptions[0];
        ProtocolLibrary.getProtocolManager()
                .addPacketListener(new PacketAdapter(ProtocolLibrary.getPlugin(), priority, List.of(type), options) {
                    @Override
                    public void onPacketSending(PacketEvent event) {
                        String thread = Thread.currentThread().equals(main)
                                ? "main"
                                : Thread.currentThread().getName();
                        seen.add(event.getPacketType().name() + "@" + thread);
                        action.accept(event);
                    }
                });
    }

    private static void offMain(Runnable action) throws InterruptedException {
        Thread.ofPlatform().name("chat").start(action).join();
    }

    private static List<String> names(List<Packet<?>> packets) {
        List<String> names = new ArrayList<>();
        packets.forEach(packet -> names.add(packet.getClass().getSimpleName()));
        return names;
    }

    /** The classes of the play phase's packets, from the constants that ProtocolLib reads, too. */
    private static List<Class<?>> classes() {
        return Stream.of(GamePacketTypes.class, CommonPacketTypes.class, CookiePacketTypes.class, PingPacketTypes.class)
                .flatMap(holder -> Stream.of(holder.getDeclaredFields()))
                .map(field -> ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0])
                .<Class<?>>map(type -> (Class<?>) type)
                .toList();
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(owner);
                }
            }
        }
        throw new NoSuchFieldException(owner.getClass() + "." + name);
    }
}
