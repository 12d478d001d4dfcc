/** Marks in the stream that let a client on the same machine measure how old what it gets is. */
@NullMarked
package dev.sluice.testbed.stamps;

import org.jspecify.annotations.NullMarked;
