/** Tests of the engine on a fake clock. */
@NullMarked
package dev.sluice.engine;

import org.jspecify.annotations.NullMarked;
