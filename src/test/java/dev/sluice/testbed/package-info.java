/** Tests of the embedded server's command line. */
@NullMarked
package dev.sluice.testbed;

import org.jspecify.annotations.NullMarked;
