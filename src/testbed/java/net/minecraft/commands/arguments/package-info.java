/** Shaped like a Minecraft server's own classes: names, field names, types and order are facts, the code is not theirs. */
@NullMarked
package net.minecraft.commands.arguments;

import org.jspecify.annotations.NullMarked;
