/**
 * The only user of ProtocolLib: packet listeners, classification, the fallback sink.
 */
@NullMarked
package dev.sluice.protocollib;

import org.jspecify.annotations.NullMarked;
