/** A study of the rate control over many different links. */
@NullMarked
package dev.sluice.sim.links;

import org.jspecify.annotations.NullMarked;
