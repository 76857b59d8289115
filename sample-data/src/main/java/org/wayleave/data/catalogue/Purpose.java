package org.wayleave.data.catalogue;

/**
 * Why data is used.
 *
 * @param lawfulBasis id of the basis relied on
 * @param consentRequired whether a person must have agreed
 */
public record Purpose(String id, String title, String description, String lawfulBasis, boolean consentRequired) {}
