package dev.sluice.testbed.plugin;

import org.bukkit.plugin.java.JavaPlugin;

/** Stands for ProtocolLib's own plugin, whose commands and updater nobody needs here. */
final class LibraryPlugin extends JavaPlugin {}
