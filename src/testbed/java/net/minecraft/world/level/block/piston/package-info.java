/** Shaped like a Minecraft server's own classes: names, field names, types and order are facts, the code is not theirs. */
@NullMarked
package net.minecraft.world.level.block.piston;

import org.jspecify.annotations.NullMarked;
