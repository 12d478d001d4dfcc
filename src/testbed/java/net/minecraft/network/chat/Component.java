package net.minecraft.network.chat;

/** Text. */
public interface Component {}
