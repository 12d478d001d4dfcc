package dev.sluice.paper.config;

import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.engine.schedule.VisibilityBuckets;
import dev.sluice.protocollib.PacketNames;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code profile}, {@code profiles} and {@code worlds}. */
final class ProfileSection {

    /** What /netstats takes for "no profile of my own". */
    private static final String RESERVED = "auto";

    /** {@code tick} is the first version's word for {@code kernel}. */
    private static final List<String> CLOCKS = List.of("independent", "hybrid", "kernel", "tick");

    private ProfileSection() {}

    /**
     * Reads the rules. The profiles are in the order of the file, and after them the built-in ones that it does not name. A
     * profile that is not built in takes what it leaves out from co-op.
     */
    static ProfileRules read(Section root) {
        boolean burstForAll = root.has("max-burst-ticks");
        double commonBurst = root.decimal("max-burst-ticks", NetworkProfiles.CO_OP.burstTicks(), 1, 40);
        Section section = root.section("profiles");
        section.refuse(RESERVED, "/netstats profile needs this word. Give the profile another name.");
        Map<String, NetworkProfile> builtIn = new LinkedHashMap<>();
        NetworkProfiles.BUILT_IN.forEach(each -> builtIn.put(each.name(), each));
        Set<String> names = new LinkedHashSet<>(section.keys());
        names.addAll(builtIn.keySet());
        Map<String, NetworkProfile> profiles = new LinkedHashMap<>();
        for (String name : names) {
            if (!name.equals(RESERVED) && !name.isEmpty()) {
                NetworkProfile base = builtIn.getOrDefault(name, NetworkProfiles.CO_OP);
                double burst = burstForAll ? commonBurst : base.burstTicks();
                profiles.put(name, profile(section.section(name), name, base, burst));
            }
        }
        String standard = root.choice("profile", NetworkProfiles.CO_OP.name(), profiles.keySet());
        Section worlds = root.section("worlds");
        Map<String, NetworkProfile> byWorld = new LinkedHashMap<>();
        for (String world : worlds.keys()) {
            byWorld.put(world, named(profiles, worlds.choice(world, standard, profiles.keySet())));
        }
        return new ProfileRules(profiles.values().stream().toList(), named(profiles, standard), byWorld);
    }

    private static NetworkProfile named(Map<String, NetworkProfile> profiles, String name) {
        NetworkProfile profile = profiles.get(name);
        if (profile == null) {
            throw new IllegalStateException("expected a profile named " + name + ", found " + profiles.keySet());
        }
        return profile;
    }

    private static NetworkProfile profile(Section section, String name, NetworkProfile base, double burst) {
        NetworkProfile profile = new NetworkProfile(
                name,
                clock(section, base.clock()),
                section.integer("quantum-millis", base.quantumMillis(), 1, 50),
                section.integer("entity-interval-ticks", base.entityIntervalTicks(), 1, VisibilityBuckets.MAX_INTERVAL),
                section.integer("keepalive-millis", base.keepaliveMillis(), 100, 10_000),
                section.decimal("max-burst-ticks", burst, 1, 40),
                packets(section, "reliable", base.reliableTypes()),
                packets(section, "never-dropped", base.neverDroppedTypes()),
                visibility(section, base.visibility()));
        section.reportUnknown();
        return profile;
    }

    /** Packets of which each one arrives: nothing of that kind can be promised of what newer ones replace. */
    private static Set<String> packets(Section profile, String key, Set<String> base) {
        Set<String> names = new LinkedHashSet<>(profile.words(key, base, PacketNames.ALL));
        for (String name : List.copyOf(names)) {
            if (PacketNames.REPLACEABLE.contains(name)) {
                names.remove(name);
                profile.report(
                        key,
                        name,
                        "the others",
                        "Expected packets of which the client gets each one; of these it gets the newest, as that merges"
                                + " with what waits. Remove it.");
            }
        }
        return names;
    }

    private static VisibilityBuckets visibility(Section profile, VisibilityBuckets base) {
        Section section = profile.section("visibility");
        int longest = VisibilityBuckets.MAX_INTERVAL;
        double near = section.decimal("near-blocks", base.nearBlocks(), 1, 1_024);
        double mid = section.decimal("mid-blocks", base.midBlocks(), 1, 1_024);
        int nearInterval = section.integer("near-interval-ticks", base.nearInterval(), 1, longest);
        int midInterval = section.integer("mid-interval-ticks", base.midInterval(), 1, longest);
        int farInterval = section.integer("far-interval-ticks", base.farInterval(), 1, longest);
        section.reportUnknown();
        if (mid < near || midInterval < nearInterval || farInterval < midInterval) {
            profile.report(
                    "visibility",
                    "distances or intervals that shrink (" + near + ", " + mid + " blocks; " + nearInterval + ", "
                            + midInterval + ", " + farInterval + " ticks)",
                    base.nearBlocks() + ", " + base.midBlocks() + " blocks; " + base.nearInterval() + ", "
                            + base.midInterval() + ", " + base.farInterval() + " ticks",
                    "Expected near-blocks up to mid-blocks, and intervals that do not shrink with the distance.");
            return base;
        }
        return new VisibilityBuckets(near, mid, nearInterval, midInterval, farInterval);
    }

    private static ClockPolicy clock(Section profile, ClockPolicy base) {
        return switch (profile.choice("clock", wordOf(base), new LinkedHashSet<>(CLOCKS))) {
            case "independent" -> ClockPolicy.INDEPENDENT;
            case "hybrid" -> ClockPolicy.HYBRID;
            case "kernel", "tick" -> ClockPolicy.KERNEL;
            default -> base;
        };
    }

    private static String wordOf(ClockPolicy clock) {
        return switch (clock) {
            case INDEPENDENT -> "independent";
            case HYBRID -> "hybrid";
            case KERNEL -> "kernel";
        };
    }
}
