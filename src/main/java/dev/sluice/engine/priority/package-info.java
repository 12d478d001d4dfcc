/**
 * What deserves bandwidth, and in which order: classes, shares, boosts; and the dry run of that order. Knows nothing of transport.
 */
@NullMarked
package dev.sluice.engine.priority;

import org.jspecify.annotations.NullMarked;
