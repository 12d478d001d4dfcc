/** What a server sends to one player. */
@NullMarked
package dev.sluice.sim.play;

import org.jspecify.annotations.NullMarked;
