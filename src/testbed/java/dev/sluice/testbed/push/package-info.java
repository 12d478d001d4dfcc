/** Pushes chunks as Paper does: nearest first, at a fixed rate, without waiting for the client. */
@NullMarked
package dev.sluice.testbed.push;

import org.jspecify.annotations.NullMarked;
