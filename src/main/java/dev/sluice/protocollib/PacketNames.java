package dev.sluice.protocollib;

import java.util.Set;
import java.util.stream.Collectors;

/** The resource names of the packets that Sluice knows. */
public final class PacketNames {

    /** All of them, such as {@code level_chunk_with_light}. */
    public static final Set<String> ALL =
            PacketTable.PACKETS.stream().map(PacketRule::name).collect(Collectors.toUnmodifiableSet());

    /** Those of which only the newest arrives for sure, such as {@code set_entity_data}. */
    public static final Set<String> REPLACEABLE = PacketTable.PACKETS.stream()
            .filter(PacketRule::isReplaceable)
            .map(PacketRule::name)
            .collect(Collectors.toUnmodifiableSet());

    private PacketNames() {}
}
