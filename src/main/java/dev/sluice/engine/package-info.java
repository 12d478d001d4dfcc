/**
 * The scheduler: JDK and JSpecify only, no clock and no thread of its own. A {@link dev.sluice.engine.ClientSession} is
 * one player's.
 */
@NullMarked
package dev.sluice.engine;

import org.jspecify.annotations.NullMarked;
