package dev.sluice.engine;

import dev.sluice.engine.packet.Decision;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A thread tells of an action while the client's thread tells of another one and offers an edit beside the first. The edit
 * passes or is held, and from then on both actions are known: what answers them passes, and takes along the held one.
 */
@JCStressTest
@Outcome(id = "[01], 123", expect = Expect.ACCEPTABLE, desc = "no action is lost, no edit lost, twice or overtaken")
@Outcome(expect = Expect.FORBIDDEN, desc = "an action or an edit was lost, or an edit overtaken")
@State
public class ActedBesideOffer {

    private static final int Y = 64;
    private static final int ELSEWHERE = 100;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(1_000));

    public ActedBesideOffer() {
        client.congest();
    }

    @Actor
    public void anotherThread() {
        client.session.acted(0, Y, 0);
    }

    @Actor
    public void clientsThread(II_Result result) {
        client.session.acted(ELSEWHERE, Y, ELSEWHERE);
        result.r1 = client.send(TestPacket.block(0, Y, 0, "1")) instanceof Decision.Pass ? 1 : 0;
    }

    @Arbiter
    public void answers(II_Result result) {
        client.send(TestPacket.block(0, Y, 0, "2"));
        client.send(TestPacket.block(ELSEWHERE, Y, ELSEWHERE, "3"));
        result.r2 = Integer.parseInt(String.join("", client.writtenLabels()));
    }
}
