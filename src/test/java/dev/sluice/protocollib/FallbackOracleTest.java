package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.oracle.RelayRun;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The world of a client without a channel equals the unthrottled one, whichever threads send and however a listener nests. */
final class FallbackOracleTest {

    private static final int SCENARIOS = 10_000;

    /** Runs every scenario, or that of one seed: {@code -Doracle.seed=123}, or more: {@code -Doracle.scenarios=1000000}. */
    @Test
    void relay_hostileStreams_leavesTheClientTheSameWorld() {
        Long only = Long.getLong("oracle.seed");
        long first = only != null ? only : 1;
        int scenarios = only != null ? 1 : Integer.getInteger("oracle.scenarios", SCENARIOS);
        for (long seed = first; seed < first + scenarios; seed++) {
            String line = "\nmvn -B test -Dtest=FallbackOracleTest -Doracle.seed=" + seed;
            String failure = RelayRun.run(seed, line, Bridge::new);
            assertNull(failure, failure);
        }
    }

    private static final class Bridge implements RelayRun.Relay {

        private final RelayTroublesList troubles = new RelayTroublesList();
        private final FallbackRelay relay;

        Bridge(Function<ClientLink, ClientSession> sessions, Consumer<Object> resend) {
            relay = new FallbackRelay(sessions, resend, troubles);
        }

        @Override
        public boolean take(Message message, Object packet, boolean mainThread) {
            return relay.take(message, packet, mainThread);
        }

        @Override
        public void endTick() {
            relay.endTick();
            if (!troubles.stoodAside.isEmpty()) {
                throw new IllegalStateException("stood aside: " + troubles.stoodAside);
            }
        }

        @Override
        public void end() {
            relay.end();
        }

        @Override
        public ClientSession session() {
            return relay.session();
        }
    }
}
