/** Gives the benchmarks access to a class of ProtocolLib that is private to its package. */
@NullMarked
package com.comphenix.protocol.async;

import org.jspecify.annotations.NullMarked;
