package org.bukkit.craftbukkit.inventory;

import org.bukkit.Material;
import org.bukkit.inventory.ItemStack;

/** ProtocolLib wants the class; no packet of the embedded server holds one. */
public final class CraftItemStack extends ItemStack {
    private final net.minecraft.world.item.ItemStack handle;

    private CraftItemStack(net.minecraft.world.item.ItemStack handle) {
        super(Material.AIR);
        this.handle = handle;
    }

    public static CraftItemStack asCraftMirror(net.minecraft.world.item.ItemStack original) {
        return new CraftItemStack(original);
    }

    public static net.minecraft.world.item.ItemStack asNMSCopy(ItemStack original) {
        return original instanceof CraftItemStack craft
                ? craft.handle
                : new net.minecraft.world.item.ItemStack(original);
    }
}
