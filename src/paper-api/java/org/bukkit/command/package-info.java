/** The part of the Paper API that Sluice and ProtocolLib touch, declared by hand; never packaged. */
package org.bukkit.command;
