/** The deterministic simulation: players with a real session each, over modelled links, in virtual time. */
@NullMarked
package dev.sluice.sim;

import org.jspecify.annotations.NullMarked;
