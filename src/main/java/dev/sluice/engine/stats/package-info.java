/**
 * Immutable snapshots of what the engine counted.
 */
@NullMarked
package dev.sluice.engine.stats;

import org.jspecify.annotations.NullMarked;
