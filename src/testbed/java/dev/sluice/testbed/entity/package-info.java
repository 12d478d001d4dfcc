/** Creatures that keep moving, as a populated server's do. */
@NullMarked
package dev.sluice.testbed.entity;

import org.jspecify.annotations.NullMarked;
