/** What each client got: the live table and the closing JSON. */
@NullMarked
package dev.sluice.testbed.report;

import org.jspecify.annotations.NullMarked;
