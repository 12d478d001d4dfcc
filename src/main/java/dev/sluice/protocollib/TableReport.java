package dev.sluice.protocollib;

import java.util.List;
import java.util.Optional;

/**
 * How the packet table fits the server.
 *
 * @param managed names of the types that may be held
 * @param passedThrough what is never held although the server sends it: classes that are not in the table
 * @param misshapen types whose class is not as expected, with the reason; they pass as well
 * @param plainer types of which only the target can be read, with the reason; they are ordered, but not merged, scored or followed
 * @param missingCore core types that are not managed
 */
public record TableReport(
        List<String> managed,
        List<String> passedThrough,
        List<String> misshapen,
        List<String> plainer,
        List<String> missingCore) {

    /** One line for the log. */
    public String summary() {
        return "Managing " + managed.size() + " packet types; passed through: "
                + (passedThrough.isEmpty() ? "none" : String.join(", ", passedThrough))
                + (misshapen.isEmpty()
                        ? ""
                        : "; not shaped as expected and passed through: " + String.join("; ", misshapen))
                + (plainer.isEmpty() ? "" : "; read only in part: " + String.join("; ", plainer));
    }

    /** What makes Sluice useless on this server, if anything does. */
    public Optional<String> error() {
        if (managed.isEmpty()) {
            return Optional.of("Sluice expected to manage the server's packets and found none that it knows: it does"
                    + " nothing. This version of Sluice knows Minecraft 1.21.8 and 26.1 on Paper with ProtocolLib; check"
                    + " that ProtocolLib supports this server's version.");
        }
        if (!missingCore.isEmpty()) {
            return Optional.of(
                    "Sluice expected to manage " + String.join(", ", missingCore)
                            + " and cannot: without them it can do little. Check that ProtocolLib supports this server's version.");
        }
        return Optional.empty();
    }
}
