package dev.sluice.engine;

import dev.sluice.engine.adapt.AdaptiveConfig;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkProfiles;
import java.util.Map;
import java.util.Set;

/**
 * Everything that the engine lets its owner set; swapped as a whole.
 *
 * @param bandwidth each client's budget; with an automatic control its rate is where the search begins
 * @param shares what a class is guaranteed while it is backlogged, as fractions of the budget; their sum at most 1
 * @param managed the classes that may be held; packets of the others pass
 * @param maxDeferralNanos after this a held message is overdue, and a held ephemeral one is dropped; at least 1
 * @param adaptive when the entity update interval grows
 * @param maxHeldBytes the most that is held for a client, in estimated wire bytes; at least 1
 * @param maxHeldMessages the most messages that are held for a client; at least 1
 * @param profile how the engine serves the kind of game
 * @param control whether and how the budget follows the link
 */
public record EngineConfig(
        BandwidthConfig bandwidth,
        Map<MessagePriority, Double> shares,
        Set<MessagePriority> managed,
        long maxDeferralNanos,
        AdaptiveConfig adaptive,
        long maxHeldBytes,
        int maxHeldMessages,
        NetworkProfile profile,
        RateControlConfig control) {

    /**
     * The seed's budget, fixed; shares with which no class starves, and of which those of entity state and chat fit beside
     * what chunks get while the ones around the player are missing.
     */
    public static final EngineConfig DEFAULT = new EngineConfig(
            BandwidthConfig.DEFAULT,
            Map.of(
                    MessagePriority.NEARBY_ENTITIES, 0.16,
                    MessagePriority.VOXEL_EDITS, 0.10,
                    MessagePriority.CHUNK_DATA, 0.30,
                    MessagePriority.CHAT, 0.06,
                    MessagePriority.METADATA, 0.05),
            Set.of(MessagePriority.values()),
            500_000_000L,
            AdaptiveConfig.DEFAULT,
            16L << 20,
            65_536,
            NetworkProfiles.CO_OP,
            RateControlConfig.FIXED);

    public EngineConfig {
        shares = Map.copyOf(shares);
        managed = Set.copyOf(managed);
        double sum = 0;
        for (double share : shares.values()) {
            if (!(share >= 0)) {
                throw new IllegalArgumentException("expected shares of at least 0, found " + shares);
            }
            sum += share;
        }
        if (sum > 1 + 1e-9) {
            throw new IllegalArgumentException("expected shares whose sum is at most 1, found " + shares);
        }
        if (maxDeferralNanos < 1 || maxHeldBytes < 1 || maxHeldMessages < 1) {
            throw new IllegalArgumentException("expected a deferral, a byte cap and a message cap of at least 1, found "
                    + maxDeferralNanos + " ns, " + maxHeldBytes + " bytes, " + maxHeldMessages);
        }
    }

    /**
     * The same with another profile, and the burst that it asks for. Where the budget follows the link, what is saved up
     * would be a queue: one tick's worth then, unless there is but one pass a tick.
     */
    public EngineConfig withProfile(NetworkProfile newProfile) {
        boolean finerThanTicks = newProfile.quantumNanos(bandwidth.tickNanos()) < bandwidth.tickNanos();
        double burstTicks = control.automatic() && finerThanTicks ? 1 : newProfile.burstTicks();
        return new EngineConfig(
                new BandwidthConfig(bandwidth.maxBytesPerSecond(), bandwidth.tickRate(), burstTicks),
                shares,
                managed,
                maxDeferralNanos,
                adaptive,
                maxHeldBytes,
                maxHeldMessages,
                newProfile,
                control);
    }

    /** The same with another way to find the rate. */
    public EngineConfig withControl(RateControlConfig newControl) {
        return new EngineConfig(
                        bandwidth,
                        shares,
                        managed,
                        maxDeferralNanos,
                        adaptive,
                        maxHeldBytes,
                        maxHeldMessages,
                        profile,
                        newControl)
                .withProfile(profile);
    }
}
