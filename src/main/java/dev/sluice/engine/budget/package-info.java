/**
 * How much may be sent: budgets, per-client tracking, the token bucket.
 */
@NullMarked
package dev.sluice.engine.budget;

import org.jspecify.annotations.NullMarked;
