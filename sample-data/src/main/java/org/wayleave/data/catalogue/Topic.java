package org.wayleave.data.catalogue;

/**
 * What a message is about; also the category people consent to.
 *
 * @param sensitive whether messages on it need approval
 * @param consentRequired whether a person must have agreed to messages on it
 */
public record Topic(String id, String title, boolean sensitive, boolean consentRequired) {}
