/**
 * Tests of how much may be sent.
 */
@NullMarked
package dev.sluice.engine.budget;

import org.jspecify.annotations.NullMarked;
