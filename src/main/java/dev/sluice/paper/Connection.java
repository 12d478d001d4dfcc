package dev.sluice.paper;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.budget.ServerHeap;
import dev.sluice.engine.port.Ticker;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Viewpoint;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.overlay.ViewLimit;
import dev.sluice.paper.config.ProfileRules;
import dev.sluice.paper.config.Settings;
import io.papermc.paper.threadedregions.scheduler.ScheduledTask;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bukkit.Location;
import org.bukkit.entity.Player;
import org.bukkit.plugin.Plugin;
import org.jspecify.annotations.Nullable;

/** One managed player: keeps the session's view of the player up to date, from the thread that owns the player. */
final class Connection {

    private static final int CHOICE_PERIOD_TICKS = 20;

    private final Player player;
    private final Link link;
    private final PingProbe probe = new PingProbe();
    private final Ticker ticker;
    private final ServerHeap serverHeap;
    private final Travel travel = new Travel();
    private final ViewThrottle throttle;
    private final CompletableFuture<ClientSession> session = new CompletableFuture<>();
    private volatile @Nullable ScheduledTask following;
    private volatile boolean ended;

    private volatile Settings settings;
    private volatile @Nullable String commandedProfile;
    private volatile ProfileChoice choice;
    private volatile boolean choiceIsStale = true;
    private int ticksUntilChoice;

    /** The player's thread. */
    Connection(Player player, Link link, Settings settings, ServerHeap serverHeap, Ticker ticker) {
        this.player = player;
        this.link = link;
        this.ticker = ticker;
        this.serverHeap = serverHeap;
        this.throttle = new ViewThrottle(new PlayerViewDistance(player), ticker.nanos());
        this.settings = settings;
        this.choice = choose();
    }

    Link link() {
        return link;
    }

    PingProbe probe() {
        return probe;
    }

    /** Completes once Sluice stands in the player's stream, exceptionally if it cannot. */
    CompletableFuture<ClientSession> session() {
        return session;
    }

    /**
     * Looks at the player each tick from now on. The player's thread.
     *
     * @param failed hears of each look that fails; the server would log every one of them
     */
    void follow(Plugin plugin, Consumer<Throwable> failed) {
        following = player.getScheduler().runAtFixedRate(plugin, task -> look(failed), () -> {}, 1, 1);
    }

    /** What the session is to be configured with, as far as is known now. Any thread. */
    EngineConfig engine() {
        Settings now = settings;
        ProfileRules rules = now.profiles();
        return now.with(rules.find(choice.profile().name()).orElse(rules.standard()));
    }

    /** The profile, as chosen last. Any thread. */
    ProfileChoice profile() {
        return choice;
    }

    /** Whether and how far the send view distance is lowered. Any thread. */
    Optional<ViewLimit> viewLimit() {
        return throttle.limit();
    }

    /** Sets the profile until the player leaves; null leaves the choice to the rules. Any thread. */
    void commandProfile(@Nullable String name) {
        commandedProfile = name;
        choiceIsStale = true;
    }

    /** Applies new settings at once, with the profile of the same name until the next look. Any thread. */
    void reconfigure(Settings newSettings) {
        settings = newSettings;
        var unused = session.thenAccept(attached -> {
            attached.reconfigure(engine());
            choiceIsStale = true;
        });
    }

    /** Looks at the player no more: it has left, or Sluice has. Any thread. */
    void end() {
        ended = true;
        ScheduledTask task = following;
        try {
            if (task != null) {
                task.cancel();
            }
        } finally {
            // A disable is on the player's own thread; a player that has left does not mind.
            throttle.undo();
        }
    }

    /** Any thread. */
    boolean hasEnded() {
        return ended;
    }

    private void look(Consumer<Throwable> failed) {
        try {
            look();
        } catch (Throwable e) {
            // Whatever it is, a linkage error included: the next look may do.
            failed.accept(e);
        }
    }

    private void look() {
        if (ended || !session.isDone() || session.isCompletedExceptionally()) {
            return;
        }
        ClientSession attached = session.join();
        probe.update(player.getPing());
        attached.ownEntity(player.getEntityId());
        attached.carriedBy(Carriers.of(player));
        Location at = player.getLocation();
        attached.viewpoint(new Viewpoint(at.getX(), at.getY(), at.getZ(), at.getYaw(), at.getPitch()));
        throttleSource(at, attached.lastStats());
        followProfile(attached);
    }

    private void throttleSource(Location at, BandwidthStats stats) {
        long now = ticker.nanos();
        if (travel.hasCome(player.getWorld().getName(), at.getX(), at.getZ())) {
            throttle.loads(now);
        }
        double bytes = (double) stats.heldBytes() / settings.engine().maxHeldBytes();
        double messages = (double) stats.heldMessages() / settings.engine().maxHeldMessages();
        double together = serverHeap.fill(stats.heldHeapBytes());
        throttle.follow(
                now,
                Math.max(together, Math.max(bytes, messages)),
                stats.queueTime().millis(MessagePriority.CHUNK_DATA));
    }

    /** World and permissions are looked at once a second, on the thread that may; what a command has set at once. */
    private void followProfile(ClientSession attached) {
        if (--ticksUntilChoice > 0 && !choiceIsStale) {
            return;
        }
        boolean apply = choiceIsStale;
        choiceIsStale = false;
        ticksUntilChoice = CHOICE_PERIOD_TICKS;
        ProfileChoice chosen = choose();
        apply |= !chosen.profile().equals(choice.profile());
        choice = chosen;
        if (apply) {
            attached.reconfigure(engine());
        }
    }

    private ProfileChoice choose() {
        // Only what was really given counts: an operator has every permission that nobody has declared.
        return ProfileChoice.of(
                settings.profiles(),
                commandedProfile,
                permission -> player.isPermissionSet(permission) && player.hasPermission(permission),
                player.getWorld().getName());
    }
}
