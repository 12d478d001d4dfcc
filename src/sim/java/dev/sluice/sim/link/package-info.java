/** The modelled link. */
@NullMarked
package dev.sluice.sim.link;

import org.jspecify.annotations.NullMarked;
