/**
 * What deserves bandwidth, and in which order: classes, shares, boosts. Knows nothing of transport.
 */
@NullMarked
package dev.sluice.engine.priority;

import org.jspecify.annotations.NullMarked;
