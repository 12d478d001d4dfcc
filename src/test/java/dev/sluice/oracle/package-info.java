/**
 * The oracle: hostile streams of packets are sent to one model client directly and to another one through the engine;
 * once it is quiet, both must have the same world.
 */
@NullMarked
package dev.sluice.oracle;

import org.jspecify.annotations.NullMarked;
