/** Tests of the chunk push. */
@NullMarked
package dev.sluice.testbed.push;

import org.jspecify.annotations.NullMarked;
