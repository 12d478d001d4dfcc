/** Tests of what orders the targets. */
@NullMarked
package dev.sluice.engine.priority;

import org.jspecify.annotations.NullMarked;
