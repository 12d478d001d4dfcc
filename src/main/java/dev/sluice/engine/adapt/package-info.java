/**
 * How the budget and the entity interval follow the link.
 */
@NullMarked
package dev.sluice.engine.adapt;

import org.jspecify.annotations.NullMarked;
