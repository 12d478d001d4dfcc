package org.bukkit;

/** Block and item kinds; ProtocolLib needs the type, nobody here its constants. */
public enum Material {
    AIR
}
