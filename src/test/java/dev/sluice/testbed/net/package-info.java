/** Tests of the network side. */
@NullMarked
package dev.sluice.testbed.net;

import org.jspecify.annotations.NullMarked;
