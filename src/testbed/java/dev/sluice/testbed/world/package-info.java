/** A seeded world whose chunks are as large on the wire as a real server's, with and without anti-xray. */
@NullMarked
package dev.sluice.testbed.world;

import org.jspecify.annotations.NullMarked;
