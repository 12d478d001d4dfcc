/**
 * When the engine acts: clocks and network profiles.
 */
@NullMarked
package dev.sluice.engine.schedule;

import org.jspecify.annotations.NullMarked;
