/**
 * Tests of what follows the link.
 */
@NullMarked
package dev.sluice.engine.adapt;

import org.jspecify.annotations.NullMarked;
