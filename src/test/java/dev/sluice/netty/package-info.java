/** Tests of the pipeline handlers, on real event loops. */
@NullMarked
package dev.sluice.netty;

import org.jspecify.annotations.NullMarked;
