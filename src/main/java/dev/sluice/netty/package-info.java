/**
 * The only user of Netty: the outbound handler that holds and releases, the wire meter, TCP probes.
 */
@NullMarked
package dev.sluice.netty;

import org.jspecify.annotations.NullMarked;
