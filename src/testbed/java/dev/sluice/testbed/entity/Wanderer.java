package dev.sluice.testbed.entity;

import dev.sluice.testbed.player.Viewers;
import dev.sluice.testbed.world.TerrainLoader;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import net.minestom.server.coordinate.Pos;
import net.minestom.server.entity.EntityCreature;
import net.minestom.server.entity.EntityType;
import net.minestom.server.entity.Player;
import net.minestom.server.item.ItemStack;
import net.minestom.server.item.Material;

/**
 * Walks over the terrain and around its home, a step each tick: relative moves and head turns, now and then a position
 * sync, metadata, equipment or an animation.
 */
final class Wanderer extends EntityCreature {
    private static final double STEP_BLOCKS = 0.12;
    private static final double RANGE_BLOCKS = 36;
    private static final float TURN_DEGREES = 9;
    private static final int SYNC_TICKS = 200;
    private static final int ONE_IN = 160;

    private final TerrainLoader terrain;
    private final Pos home;
    private final RandomGenerator random;
    private final LongSupplier stopTick;
    private float heading;

    Wanderer(EntityType type, TerrainLoader terrain, Pos home, RandomGenerator random, LongSupplier stopTick) {
        super(type);
        this.terrain = terrain;
        this.home = home;
        this.random = random;
        this.stopTick = stopTick;
        this.heading = random.nextFloat(-180, 180);
        setNoGravity(true);
        setSynchronizationTicks(SYNC_TICKS + random.nextInt(SYNC_TICKS));
    }

    /** Stopped, it sends nothing at all: what clients know of it stays what they were told until then. */
    @Override
    public void tick(long time) {
        if (getAliveTicks() < stopTick.getAsLong()) {
            super.tick(time);
        }
    }

    @Override
    protected void movementTick() {
        heading = turned();
        double radians = Math.toRadians(heading);
        double x = position.x() - Math.sin(radians) * STEP_BLOCKS;
        double z = position.z() + Math.cos(radians) * STEP_BLOCKS;
        int ground = terrain.standingHeight((int) Math.floor(x), (int) Math.floor(z));
        double y = position.y() + Math.clamp(ground - position.y(), -0.5, 0.5);
        onGround = true;
        refreshPosition(new Pos(x, y, z, heading, 0));
    }

    @Override
    public void update(long time) {
        super.update(time);
        if (random.nextInt(ONE_IN) == 0) {
            switch (random.nextInt(3)) {
                case 0 -> setGlowing(!isGlowing());
                case 1 -> setItemInMainHand(ItemStack.of(random.nextBoolean() ? Material.IRON_SWORD : Material.BOW));
                default -> swingMainHand();
            }
        }
    }

    @Override
    public void updateNewViewer(Player player) {
        Viewers.bundled(player, () -> super.updateNewViewer(player));
    }

    private float turned() {
        float next = heading + random.nextFloat(-TURN_DEGREES, TURN_DEGREES);
        double dx = home.x() - position.x();
        double dz = home.z() - position.z();
        if (dx * dx + dz * dz > RANGE_BLOCKS * RANGE_BLOCKS) {
            next = (float) Math.toDegrees(Math.atan2(-dx, dz));
        }
        return ((next + 180) % 360 + 360) % 360 - 180;
    }
}
