package org.wayleave.ui.form;

/**
 * An answer that is missing or wrong.
 *
 * @param section id of the section
 * @param question id of the question
 * @param message one sentence that says what to do
 */
public record FormProblem(String section, String question, String message) {}
