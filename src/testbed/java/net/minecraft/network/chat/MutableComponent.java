package net.minecraft.network.chat;

/** Text; {@code text} is Adventure's. */
public record MutableComponent(net.kyori.adventure.text.Component text) implements Component {}
