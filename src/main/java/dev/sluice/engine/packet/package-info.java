/**
 * What is held: order along keys, merging, release within the budget, accounting; and the client's world as it was told.
 */
@NullMarked
package dev.sluice.engine.packet;

import org.jspecify.annotations.NullMarked;
