/** The server's network side: a Netty pipeline with vanilla's handler names, and Minestom's connections on top of it. */
@NullMarked
package dev.sluice.testbed.net;

import org.jspecify.annotations.NullMarked;
