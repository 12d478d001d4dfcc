/** Benchmarks of the engine and of what one would use instead, on the same packets. */
@NullMarked
package dev.sluice.bench;

import org.jspecify.annotations.NullMarked;
