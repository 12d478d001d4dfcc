/** Tests of how packets are held. */
@NullMarked
package dev.sluice.engine.packet;

import org.jspecify.annotations.NullMarked;
