package dev.sluice.testbed;

import dev.sluice.testbed.entity.Herd;
import net.kyori.adventure.text.Component;
import net.minestom.server.command.builder.Command;
import net.minestom.server.command.builder.arguments.ArgumentWord;

/** {@code /freeze on|off}: creatures stop where they are, so that clients can be compared once all is delivered. */
final class FreezeCommand extends Command {
    FreezeCommand(Herd herd) {
        super("freeze");
        ArgumentWord state = new ArgumentWord("state").from("on", "off");
        setDefaultExecutor((sender, context) -> sender.sendMessage(Component.text("Say /freeze on or /freeze off")));
        addSyntax(
                (sender, context) -> {
                    herd.freeze(context.get(state).equals("on"));
                    sender.sendMessage(Component.text("Creatures frozen: " + context.get(state)));
                },
                state);
    }
}
