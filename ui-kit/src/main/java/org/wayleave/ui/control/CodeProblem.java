package org.wayleave.ui.control;

/**
 * A problem in code.
 *
 * @param line from 1
 * @param column from 1; 0 marks the whole line
 * @param length characters marked; 0 or less marks up to the end of the word
 * @param tone BAD for an error, WARNING, or ACCENT for information
 * @param message what is wrong, in one or two sentences
 */
public record CodeProblem(int line, int column, int length, Tone tone, String message) {}
