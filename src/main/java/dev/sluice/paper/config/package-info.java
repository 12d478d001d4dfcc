/**
 * Reads config.yml: whatever is in it, a usable configuration comes out, with a list of all that was wrong.
 */
@NullMarked
package dev.sluice.paper.config;

import org.jspecify.annotations.NullMarked;
