package dev.sluice.overlay;

import dev.sluice.engine.priority.PriorityTerms;
import java.util.List;
import java.util.Locale;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;

/** Why an entity has its place among the others, as chat lines for an administrator. */
public final class EntityReport {

    private EntityReport() {}

    /** Renders the score, the factors that it is the product of, and how often the entity is updated. Any thread. */
    public static List<Component> render(String playerName, PriorityTerms terms) {
        String place = Double.isNaN(terms.distanceBlocks())
                ? "at an unknown place"
                : number(terms.distanceBlocks()) + " blocks away";
        return List.of(
                Component.text(playerName, Colours.VALUE)
                        .append(Component.text(
                                ": entity " + terms.entityId() + ", " + place + " · score ", Colours.LABEL))
                        .append(Component.text(number(terms.score()), Colours.VALUE)),
                line("proximity " + number(terms.proximity()) + " × " + terms.ticksSinceSent()
                        + " ticks since sent × change "
                        + number(terms.change()) + " (" + number(terms.changeBlocks()) + " blocks) × look "
                        + number(terms.look()) + " × combat " + number(terms.combat()) + " × boost "
                        + number(terms.boost())),
                line("updated " + Units.interval(terms.intervalTicks())
                        + (terms.withheld() ? ", withheld in this tick" : ", may go in this tick")));
    }

    /** With two decimals, fewer if they are zeros. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static Component line(String text) {
        return Component.text("  " + text, NamedTextColor.GRAY);
    }
}
