package dev.sluice.paper.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRateTest {

    @ParameterizedTest
    @CsvSource({
        "1Mbit/s,125000",
        "1 Mbit/s,125000",
        "1.5Mbit/s,187500",
        "500kbit/s,62500",
        "500Kbit/s,62500",
        "8bit/s,1",
        "8Mbps,1000000",
        "64KB/s,64000",
        "64kB/s,64000",
        "64KiB/s,65536",
        "1MiB/s,1048576",
        "2MB/s,2000000",
        "1Gbit/s,125000000",
        "125000B/s,125000"
    })
    void parse_rate_isBytesPerSecond(String text, long expected) {
        assertEquals(OptionalLong.of(expected), ByteRate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fast",
                "64",
                "64KB",
                "64Kb/s",
                "-64KB/s",
                "1,5Mbit/s",
                "iB/s",
                "1iB/s",
                "1Mibit/s",
                "KB/s",
                "1e6B/s",
                "auto",
                "NaNB/s",
                "9999999999999B/s"
            })
    void parse_noRate_isEmpty(String text) {
        assertEquals(OptionalLong.empty(), ByteRate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 62_501, 125_000, 10_000_000_000L})
    void format_rate_parsesBack(long bytesPerSecond) {
        assertEquals(OptionalLong.of(bytesPerSecond), ByteRate.parse(ByteRate.format(bytesPerSecond)));
    }
}
