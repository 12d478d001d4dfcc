/** Tests of the packet table and of the fallback. */
@NullMarked
package dev.sluice.protocollib;

import org.jspecify.annotations.NullMarked;
