/** Converts the embedded server's play packets to server-shaped objects and back. */
@NullMarked
package dev.sluice.testbed.shape;

import org.jspecify.annotations.NullMarked;
