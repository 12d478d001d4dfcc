package dev.sluice.paper;

import io.papermc.paper.threadedregions.scheduler.EntityScheduler;
import io.papermc.paper.threadedregions.scheduler.ScheduledTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import net.kyori.adventure.text.Component;
import org.bukkit.Location;
import org.bukkit.World;
import org.bukkit.entity.Entity;
import org.bukkit.entity.Player;
import org.jspecify.annotations.Nullable;

/** A player whose repeating tasks run when the test says so. */
final class FakePlayer {

    final UUID id = UUID.randomUUID();
    final List<Component> actionBar = new ArrayList<>();
    final List<Long> periods = new ArrayList<>();
    int ping;

    /** Whether a look at it fails. */
    boolean failing;

    /** What was set; below 0 the world's 10 hold. */
    int sendViewDistance = -1;

    String world = "world";
    final Set<String> permissions = new HashSet<>();

    /** An operator has what nobody was given and nobody has declared. */
    boolean operator;

    /** What else happens meanwhile, as the player's permissions are asked for. */
    Runnable whenAskedForPermission = () -> {};

    Location location = new Location(null, 0, 64, 0);

    @Nullable
    Entity vehicle;

    /** What a spectator looks through. */
    @Nullable
    Entity spectated;

    private final Map<ScheduledTask, Consumer<ScheduledTask>> tasks = new HashMap<>();
    final Player player;

    FakePlayer(String name) {
        EntityScheduler scheduler = Fakes.of(EntityScheduler.class, Map.of("runAtFixedRate", this::schedule));
        Map<String, Function<Object[], @Nullable Object>> methods = new HashMap<>();
        methods.put("getName", args -> name);
        methods.put("getUniqueId", args -> id);
        methods.put("getEntityId", args -> 42);
        methods.put("getPing", args -> {
            if (failing) {
                throw new IllegalStateException("no ping");
            }
            return ping;
        });
        Map<String, Function<Object[], @Nullable Object>> ofWorld =
                Map.of("getName", none -> world, "getSendViewDistance", none -> 10, "getViewDistance", none -> 10);
        methods.put("getWorld", args -> Fakes.of(World.class, ofWorld));
        methods.put("getClientViewDistance", args -> 12);
        methods.put("getSendViewDistance", args -> sendViewDistance < 0 ? 10 : sendViewDistance);
        methods.put("setSendViewDistance", args -> sendViewDistance = (int) args[0]);
        methods.put("isPermissionSet", args -> {
            whenAskedForPermission.run();
            return permissions.contains((String) args[0]);
        });
        methods.put("hasPermission", args -> operator || permissions.contains((String) args[0]));
        methods.put("getVehicle", args -> vehicle);
        methods.put("getSpectatorTarget", args -> spectated);
        methods.put("getLocation", args -> location);
        methods.put("getScheduler", args -> scheduler);
        methods.put("sendActionBar", args -> actionBar.add((Component) args[0]));
        player = Fakes.of(Player.class, methods);
    }

    /** Runs every task once, as if its tick had come. */
    void tick() {
        Map.copyOf(tasks).forEach((task, work) -> work.accept(task));
    }

    /** An entity that rides another one as often as it is asked; null for none. */
    static Entity entity(int id, Supplier<@Nullable Entity> ridden) {
        return Fakes.of(Entity.class, Map.of("getEntityId", args -> id, "getVehicle", args -> ridden.get()));
    }

    int scheduled() {
        return tasks.size();
    }

    @SuppressWarnings("unchecked") // the interface declares it so
    private Object schedule(Object[] args) {
        List<ScheduledTask> self = new ArrayList<>();
        ScheduledTask task = Fakes.of(ScheduledTask.class, Map.of("cancel", none -> {
            tasks.remove(self.getFirst());
            return ScheduledTask.CancelledState.CANCELLED_BY_CALLER;
        }));
        self.add(task);
        tasks.put(task, (Consumer<ScheduledTask>) args[1]);
        periods.add((Long) args[4]);
        return task;
    }
}
