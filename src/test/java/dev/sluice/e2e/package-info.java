/** The embedded server as a process of its own, joined by real protocol clients. */
@NullMarked
package dev.sluice.e2e;

import org.jspecify.annotations.NullMarked;
