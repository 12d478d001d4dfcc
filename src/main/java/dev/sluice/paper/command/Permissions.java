package dev.sluice.paper.command;

/** The permissions of plugin.yml. */
final class Permissions {

    static final String OWN = "sluice.netstats";
    static final String OTHERS = "sluice.netstats.others";
    static final String PROFILE = "sluice.netstats.profile";
    static final String WHY = "sluice.netstats.why";
    static final String ADMIN = "sluice.admin";

    private Permissions() {}
}
