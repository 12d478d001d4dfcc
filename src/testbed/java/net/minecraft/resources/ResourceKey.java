package net.minecraft.resources;

/** The name of something in a registry; equal if it is the same thing. */
@SuppressWarnings("UnusedTypeParameter") // the server's own class has it
public record ResourceKey<T>(String location) {}
