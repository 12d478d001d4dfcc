/** Tests of the table and the report. */
@NullMarked
package dev.sluice.testbed.report;

import org.jspecify.annotations.NullMarked;
