package dev.sluice.sim.report;

/**
 * What is compared between players. NaN where there was nothing to compare.
 *
 * @param backlogRate bytes a second that the budget released while something was held all the time
 * @param utilisation all bytes written in that time, as a part of what the budget allows
 * @param shareIndex Jain's index over the classes of what they got of what the guaranteed shares entitle them to
 * @param smallestShare the smallest of these parts
 */
public record PlayerResult(double backlogRate, double utilisation, double shareIndex, double smallestShare) {}
