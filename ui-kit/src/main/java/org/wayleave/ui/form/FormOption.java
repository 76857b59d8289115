package org.wayleave.ui.form;

/**
 * One value of a choice.
 *
 * @param value as stored
 * @param label as shown
 */
public record FormOption(String value, String label) {}
