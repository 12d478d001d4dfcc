/** The embedded server's Bukkit, in the package from which ProtocolLib derives names. */
@NullMarked
package org.bukkit.craftbukkit;

import org.jspecify.annotations.NullMarked;
