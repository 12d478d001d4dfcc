/**
 * Tests of the plugin's parts, with players and schedulers that are proxies of the platform's interfaces.
 */
@NullMarked
package dev.sluice.paper;

import org.jspecify.annotations.NullMarked;
