package org.wayleave.ui.control;

import java.util.List;
import java.util.stream.Collectors;

/** CSV as RFC 4180 has it, with text that a spreadsheet would run as a formula made harmless. */
public final class CsvText {
    private CsvText() {}

    /** One line without its line end. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(","));
    }

    /** One cell, quoted where needed; a leading =, +, -, @, tab or return gets an apostrophe unless it is a number. */
    public static String cell(String text) {
        String safe = startsFormula(text) ? "'" + text : text;
        boolean quote =
                safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || safe.indexOf('\n') >= 0 || safe.indexOf('\r') >= 0;
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean startsFormula(String text) {
        if (text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        return !text.matches("[+-]?[0-9][0-9,]*(\\.[0-9]+)?( ?%)?");
    }
}
