/**
 * The composition root and everything that talks to the Paper API: commands, configuration, listeners, display.
 */
@NullMarked
package dev.sluice.paper;

import org.jspecify.annotations.NullMarked;
