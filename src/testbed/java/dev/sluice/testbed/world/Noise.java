package dev.sluice.testbed.world;

/** Smooth seeded value noise in two and three dimensions, between -1 and 1. */
final class Noise {
    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    double at(double x, double z) {
        return at(x, 0, z);
    }

    double at(double x, double y, double z) {
        long x0 = (long) Math.floor(x);
        long y0 = (long) Math.floor(y);
        long z0 = (long) Math.floor(z);
        double fx = smooth(x - x0);
        double fy = smooth(y - y0);
        double fz = smooth(z - z0);
        return lerp(fy, layer(x0, y0, z0, fx, fz), fy == 0 ? 0 : layer(x0, y0 + 1, z0, fx, fz));
    }

    /** Octaves of half the size and half the weight each. */
    double octaves(int count, double x, double z) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < count; i++) {
            double scale = 1 << i;
            sum += at(x * scale + i * 31.7, z * scale - i * 17.3) / scale;
            weights += 1 / scale;
        }
        return sum / weights;
    }

    private double layer(long x, long y, long z, double fx, double fz) {
        return lerp(
                fz,
                lerp(fx, corner(x, y, z), corner(x + 1, y, z)),
                lerp(fx, corner(x, y, z + 1), corner(x + 1, y, z + 1)));
    }

    private double corner(long x, long y, long z) {
        return (mix(seed, x, y, z) >> 11) * 0x1p-52;
    }

    /** 64 well mixed bits for a place. */
    static long mix(long seed, long x, long y, long z) {
        long h = seed ^ x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL ^ z * 0x165667B19E3779F9L;
        h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
        h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
        return h ^ h >>> 31;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double lerp(double t, double a, double b) {
        return a + t * (b - a);
    }
}
