/**
 * Tests of the overlay: what it says and in which colour.
 */
@NullMarked
package dev.sluice.overlay;

import org.jspecify.annotations.NullMarked;
