package org.wayleave.data.catalogue;

/**
 * A way to reach people.
 *
 * @param consentRequired whether a person must have agreed to be reached this way
 * @param countsAsContact whether a message counts against the frequency caps
 */
public record Channel(String id, String title, boolean consentRequired, boolean countsAsContact) {}
