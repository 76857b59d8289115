package org.wayleave.engine.builtin.time;

import java.util.List;

/** Go's time layouts, which show how Monday, 2 January 2006, 15:04:05 -0700 would be written, part by part. */
final class TimeLayout {
    static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    /** Longest first, so that the first that fits is the one meant. */
    private static final List<String> CHUNKS = List.of(
            "Z07:00:00",
            "-07:00:00",
            "January",
            "Z070000",
            "-070000",
            "Monday",
            "Z07:00",
            "-07:00",
            "Z0700",
            "-0700",
            "2006",
            "Jan",
            "Mon",
            "MST",
            "Z07",
            "-07",
            "002",
            "__2",
            "_2",
            "01",
            "02",
            "03",
            "04",
            "05",
            "06",
            "15",
            "PM",
            "pm",
            "1",
            "2",
            "3",
            "4",
            "5");

    private final String layout;
    private int at;

    TimeLayout(String layout) {
        this.layout = layout;
    }

    boolean hasNext() {
        return at < layout.length();
    }

    /** The next part of the layout: a chunk, a fraction such as {@code .000}, or one literal character. */
    String next() {
        char c = layout.charAt(at);
        if ((c == '.' || c == ',')
                && at + 1 < layout.length()
                && (layout.charAt(at + 1) == '0' || layout.charAt(at + 1) == '9')) {
            int end = at + 1;
            while (end < layout.length() && layout.charAt(end) == layout.charAt(at + 1)) {
                end++;
            }
            if (end == layout.length() || layout.charAt(end) < '0' || layout.charAt(end) > '9') {
                String chunk = layout.substring(at, end);
                at = end;
                return chunk;
            }
        }
        for (String chunk : CHUNKS) {
            if (layout.startsWith(chunk, at) && isWhole(chunk)) {
                at += chunk.length();
                return chunk;
            }
        }
        at++;
        return "'" + c;
    }

    /** {@code Jan} and {@code Mon} inside a longer lower-case word, and {@code _2} before {@code 006}, are no chunks. */
    private boolean isWhole(String chunk) {
        int end = at + chunk.length();
        return switch (chunk) {
            case "Jan", "Mon" -> end >= layout.length() || !Character.isLowerCase(layout.charAt(end));
            case "_2" -> !layout.startsWith("_2006", at);
            default -> true;
        };
    }

    static boolean isFraction(String chunk) {
        return chunk.length() > 1 && (chunk.charAt(0) == '.' || chunk.charAt(0) == ',');
    }

    /** Whether the next part that is no literal is a fraction of a second. */
    boolean comesToFraction() {
        TimeLayout ahead = new TimeLayout(layout);
        ahead.at = at;
        while (ahead.hasNext()) {
            String part = ahead.next();
            if (part.charAt(0) != '\'') {
                return isFraction(part);
            }
        }
        return false;
    }
}
