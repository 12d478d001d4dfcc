package dev.sluice.oracle;

/** What packets take on the wire. */
final class WireSizes {

    private WireSizes() {}

    static long of(Sent sent) {
        long bytes = 0;
        for (Sent part : sent.parts) {
            bytes += of(part.packet);
        }
        return bytes + of(sent.packet);
    }

    private static long of(ModelPacket packet) {
        return switch (packet) {
            case ModelPacket.Chunk chunk -> chunk.bytes();
            case ModelPacket.Bundle bundle -> 6;
            case ModelPacket.Biomes biomes -> 300;
            case ModelPacket.Light light -> 200;
            case ModelPacket.SystemChat chat -> 120;
            case ModelPacket.PlayerChat chat -> 400;
            case ModelPacket.Spawn spawn -> 60;
            case ModelPacket.Bobber bobber -> 60;
            default -> 14;
        };
    }
}
