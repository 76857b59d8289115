package org.wayleave.data.feature;

/**
 * When what is known beside the events was recorded, in epoch milliseconds; 0 where it was not.
 *
 * @param joined when the profile was made
 * @param preferences when preferences were told
 * @param sizes when sizes were told
 * @param goals when goals were told
 */
public record ProfileTimes(long joined, long preferences, long sizes, long goals) {}
