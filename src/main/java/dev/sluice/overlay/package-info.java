/**
 * Statistics to text components: pure functions that send nothing.
 */
@NullMarked
package dev.sluice.overlay;

import org.jspecify.annotations.NullMarked;
