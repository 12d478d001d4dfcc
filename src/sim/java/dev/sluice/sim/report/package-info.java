/** What a simulation measures, and how it is printed. */
@NullMarked
package dev.sluice.sim.report;

import org.jspecify.annotations.NullMarked;
