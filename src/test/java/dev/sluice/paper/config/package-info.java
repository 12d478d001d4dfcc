/**
 * Tests of reading config.yml: every mistake is reported, none is fatal.
 */
@NullMarked
package dev.sluice.paper.config;

import org.jspecify.annotations.NullMarked;
