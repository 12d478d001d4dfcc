/**
 * How much may be sent: budgets, per-client tracking, the token bucket; and what all clients share, of the rate and of the heap.
 */
@NullMarked
package dev.sluice.engine.budget;

import org.jspecify.annotations.NullMarked;
