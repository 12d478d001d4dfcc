/**
 * Hosts the real plugin: a small Bukkit, and the real ProtocolLib injected into the server's connections. The only
 * place that sets the statics which Bukkit and ProtocolLib force on a JVM.
 */
@NullMarked
package dev.sluice.testbed.plugin;

import org.jspecify.annotations.NullMarked;
