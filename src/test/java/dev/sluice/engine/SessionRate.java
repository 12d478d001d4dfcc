package dev.sluice.engine;

/** What a session decides about its rate pass by pass; its statistics only say so tick by tick. */
public final class SessionRate {

    /** The bucket follows in steps of 1/128. */
    private static final long STEPS = 128;

    private final ClientSession session;

    public SessionRate(ClientSession session) {
        this.session = session;
    }

    /** What the bucket is to earn from the last pass on, in bytes a second. */
    public long bytesPerSecond() {
        return session.sendRate().bytesPerSecond();
    }

    /** Whether that is what the link's control has decided, but for a step; without a limit of the server's. */
    public boolean isAsDecided() {
        long rate = bytesPerSecond();
        return Math.abs(session.sendRate().wantedBytesPerSecond() - rate) <= rate / STEPS;
    }

    /** Whether not too much is under way, as of the last pass. */
    public boolean isGateOpen() {
        return session.room().isGateOpen();
    }
}
