/**
 * The engine's only ways out: time, packets, the link, and the shapes of packets.
 */
@NullMarked
package dev.sluice.engine.port;

import org.jspecify.annotations.NullMarked;
