/**
 * The /netstats command: who may do what, and what they are told.
 */
@NullMarked
package dev.sluice.paper.command;

import org.jspecify.annotations.NullMarked;
