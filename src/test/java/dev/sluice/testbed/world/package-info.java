/** Tests of the seeded world. */
@NullMarked
package dev.sluice.testbed.world;

import org.jspecify.annotations.NullMarked;
