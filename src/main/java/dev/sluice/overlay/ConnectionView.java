package dev.sluice.overlay;

import java.util.Optional;

/**
 * What is shown of a managed connection beside its statistics.
 *
 * @param viewLimit what is lowered of the send view distance; empty while nothing is
 */
public record ConnectionView(ProfileView profile, DeliveryView delivery, Optional<ViewLimit> viewLimit) {}
