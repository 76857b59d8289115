package org.wayleave.data.feature;

/**
 * What is known of a person beside the events, and when it was recorded, in epoch milliseconds; 0 where it was not.
 *
 * @param joined when the profile was made
 * @param preferences when preferences were told
 * @param sizes when sizes were told
 * @param goals when goals were told
 * @param goal position of the goal told first in the recipe's list, -1 if none was
 */
public record ProfileFacts(long joined, long preferences, long sizes, long goals, int goal) {}
