/** Players of the embedded server, and their commands. */
@NullMarked
package dev.sluice.testbed.player;

import org.jspecify.annotations.NullMarked;
