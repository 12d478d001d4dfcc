package dev.sluice.overlay;

import dev.sluice.engine.schedule.NetworkProfile;

/**
 * A player's profile, to be shown.
 *
 * @param profile which one
 * @param reason why it is this one, in words
 */
public record ProfileView(NetworkProfile profile, String reason) {

    /** Such as {@code profile action (by world), independent clock}. */
    public String inWords() {
        String clock = switch (profile.clock()) {
            case KERNEL -> "kernel clock";
            case INDEPENDENT -> "independent clock";
            case HYBRID -> "hybrid clock";
        };
        return "profile " + profile.name() + " (" + reason + "), " + clock;
    }
}
