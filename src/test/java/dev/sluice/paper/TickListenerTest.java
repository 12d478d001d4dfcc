package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.destroystokyo.paper.event.server.ServerTickEndEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TickListenerTest {

    private final List<String> ended = new ArrayList<>();

    @Test
    void onTickEnd_sessionsFail_theTickIsCountedAndTheFallbackEndsIts() {
        TickListener listener = new TickListener(
                () -> ended.add("count"),
                () -> {
                    throw new IllegalStateException("no");
                },
                () -> ended.add("fallback"));

        assertThrows(IllegalStateException.class, () -> listener.onTickEnd(new ServerTickEndEvent(1, 50, 0)));

        assertEquals(List.of("count", "fallback"), ended);
    }
}
