/**
 * What is held: order along keys, merging, release within the budget, accounting.
 */
@NullMarked
package dev.sluice.engine.packet;

import org.jspecify.annotations.NullMarked;
