/** What must sit in ProtocolLib's own package to start it outside its plugin. */
@NullMarked
package com.comphenix.protocol;

import org.jspecify.annotations.NullMarked;
