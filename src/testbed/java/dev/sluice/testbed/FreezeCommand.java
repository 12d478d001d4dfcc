package dev.sluice.testbed;

import dev.sluice.testbed.entity.Herd;
import net.kyori.adventure.text.Component;
import net.minestom.server.command.builder.Command;
import net.minestom.server.command.builder.arguments.ArgumentWord;
import net.minestom.server.command.builder.arguments.number.ArgumentInteger;

/** {@code /freeze on|off|TICK}: creatures stop, so that clients can be compared once all is delivered. */
final class FreezeCommand extends Command {
    FreezeCommand(Herd herd) {
        super("freeze");
        ArgumentWord state = new ArgumentWord("state").from("on", "off");
        setDefaultExecutor(
                (sender, context) -> sender.sendMessage(Component.text("Say /freeze on, /freeze off or /freeze TICK")));
        addSyntax(
                (sender, context) -> {
                    herd.freeze(context.get(state).equals("on"));
                    sender.sendMessage(Component.text("Creatures frozen: " + context.get(state)));
                },
                state);
        ArgumentInteger tick = new ArgumentInteger("tick");
        addSyntax(
                (sender, context) -> {
                    herd.freezeAt(context.get(tick));
                    sender.sendMessage(Component.text("Creatures stop at tick " + context.get(tick)));
                },
                tick);
    }
}
