package com.mojang.authlib;

import java.util.UUID;

/** Who a player is; {@code properties} are the embedded server's own. */
public record GameProfile(UUID id, String name, Object properties) {}
