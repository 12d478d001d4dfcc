/** A real Minecraft server in one process, with the real plugin in it: composition, command line and life cycle. */
@NullMarked
package dev.sluice.testbed;

import org.jspecify.annotations.NullMarked;
