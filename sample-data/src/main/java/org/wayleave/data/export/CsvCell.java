package org.wayleave.data.export;

/** Text as a cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula. */
public final class CsvCell {
    private CsvCell() {}

    /** Returns the cell: quoted where needed, and led by an apostrophe where a spreadsheet would calculate. */
    public static String of(String text) {
        String safe = text;
        if (!text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0) {
            safe = "'" + text;
        }
        if (safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || safe.indexOf('\n') >= 0 || safe.indexOf('\r') >= 0) {
            return '"' + safe.replace("\"", "\"\"") + '"';
        }
        return safe;
    }
}
