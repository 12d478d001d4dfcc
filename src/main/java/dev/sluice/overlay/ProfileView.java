package dev.sluice.overlay;

import dev.sluice.engine.schedule.ClockPolicy;

/**
 * A player's profile, to be shown.
 *
 * @param name the profile's name
 * @param clock what drives its passes
 * @param reason why it is this one, in words
 */
public record ProfileView(String name, ClockPolicy clock, String reason) {

    /** Such as {@code profile action (by world), independent clock}. */
    public String inWords() {
        String words = switch (clock) {
            case KERNEL -> "kernel clock";
            case INDEPENDENT -> "independent clock";
            case HYBRID -> "hybrid clock";
        };
        return "profile " + name + " (" + reason + "), " + words;
    }
}
