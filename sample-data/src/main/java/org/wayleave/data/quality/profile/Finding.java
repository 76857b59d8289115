package org.wayleave.data.quality.profile;

/**
 * Something about a table that a reader should know.
 *
 * @param code stable name of what was found
 * @param column name of the column; empty where it is about the whole table
 * @param sentence what it means
 */
public record Finding(String code, Severity severity, String column, String sentence) {}
