/** Tests that look at the whole of Sluice. */
@NullMarked
package dev.sluice;

import org.jspecify.annotations.NullMarked;
