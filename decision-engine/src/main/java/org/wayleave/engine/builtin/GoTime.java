package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoString;

/** Go's time layouts, which show how Monday, 2 January 2006, 15:04:05 -0700 would be written. */
final class GoTime {
    private static final List<String> MONTHS = List.of(
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
    private static final List<String> DAYS =
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

    private GoTime(String layout) {
        this.layout = layout;
    }

    /** The next part of the layout: a chunk, a fraction such as {@code .000}, or one literal character. */
    private String next() {
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

    private static boolean isFraction(String chunk) {
        return chunk.length() > 1 && (chunk.charAt(0) == '.' || chunk.charAt(0) == ',');
    }

    static String format(ZonedDateTime t, String layout) {
        GoTime reader = new GoTime(layout);
        StringBuilder out = new StringBuilder();
        while (reader.at < layout.length()) {
            // "_2006" is a literal underscore and a year.
            reader.append(out, t, reader.next());
        }
        return out.toString();
    }

    private void append(StringBuilder out, ZonedDateTime t, String chunk) {
        switch (chunk) {
            case "2006" -> pad(out, t.getYear(), 4);
            case "06" -> pad(out, Math.floorMod(t.getYear(), 100), 2);
            case "January" -> out.append(MONTHS.get(t.getMonthValue() - 1));
            case "Jan" -> out.append(MONTHS.get(t.getMonthValue() - 1), 0, 3);
            case "01" -> pad(out, t.getMonthValue(), 2);
            case "1" -> out.append(t.getMonthValue());
            case "Monday" -> out.append(DAYS.get(t.getDayOfWeek().getValue() % 7));
            case "Mon" -> out.append(DAYS.get(t.getDayOfWeek().getValue() % 7), 0, 3);
            case "02" -> pad(out, t.getDayOfMonth(), 2);
            case "_2" -> out.append(t.getDayOfMonth() < 10 ? " " : "").append(t.getDayOfMonth());
            case "2" -> out.append(t.getDayOfMonth());
            case "002" -> pad(out, t.getDayOfYear(), 3);
            case "__2" -> out.append(String.format(Locale.ROOT, "%3d", t.getDayOfYear()));
            case "15" -> pad(out, t.getHour(), 2);
            case "03" -> pad(out, t.getHour() % 12 == 0 ? 12 : t.getHour() % 12, 2);
            case "3" -> out.append(t.getHour() % 12 == 0 ? 12 : t.getHour() % 12);
            case "04" -> pad(out, t.getMinute(), 2);
            case "4" -> out.append(t.getMinute());
            case "05" -> pad(out, t.getSecond(), 2);
            case "5" -> out.append(t.getSecond());
            case "PM" -> out.append(t.getHour() >= 12 ? "PM" : "AM");
            case "pm" -> out.append(t.getHour() >= 12 ? "pm" : "am");
            case "MST" -> out.append(abbreviation(t));
            default -> {
                if (chunk.charAt(0) == '\'') {
                    out.append(chunk.charAt(1));
                } else if (isFraction(chunk)) {
                    fraction(out, t.getNano(), chunk);
                } else {
                    offset(out, t.getOffset().getTotalSeconds(), chunk);
                }
            }
        }
    }

    private static String abbreviation(ZonedDateTime t) {
        if (t.getZone() instanceof ZoneOffset || t.getZone().getId().equals("UTC")) {
            if (t.getOffset().equals(ZoneOffset.UTC)) {
                return "UTC";
            }
            StringBuilder out = new StringBuilder();
            offset(out, t.getOffset().getTotalSeconds(), "-07");
            return out.toString();
        }
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(t);
    }

    private static void pad(StringBuilder out, int value, int digits) {
        String text = Integer.toString(Math.abs(value));
        out.append(value < 0 ? "-" : "")
                .repeat('0', Math.max(0, digits - text.length()))
                .append(text);
    }

    private static void fraction(StringBuilder out, int nano, String chunk) {
        int digits = Math.min(9, chunk.length() - 1);
        String text = String.format(Locale.ROOT, "%09d", nano).substring(0, digits);
        if (chunk.charAt(1) == '9') {
            text = text.replaceFirst("0+$", "");
            if (text.isEmpty()) {
                return;
            }
        }
        out.append(chunk.charAt(0)).append(text);
    }

    private static void offset(StringBuilder out, int seconds, String chunk) {
        if (chunk.charAt(0) == 'Z' && seconds == 0) {
            out.append('Z');
            return;
        }
        int size = Math.abs(seconds);
        String colon = chunk.contains(":") ? ":" : "";
        pad(out.append(seconds < 0 ? '-' : '+'), size / 3600, 2);
        if (chunk.length() > 3) {
            pad(out.append(colon), size / 60 % 60, 2);
        }
        if (chunk.length() > 6) {
            pad(out.append(colon), size % 60, 2);
        }
    }

    /** Reads a text by a layout. */
    static final class Parse {
        private final String layout;
        private final String text;
        private int at;
        private int year;
        private int month = -1;
        private int day = -1;
        private int dayOfYear = -1;
        private int hour;
        private int minute;
        private int second;
        private int nano;
        private boolean pm;
        private boolean am;
        private @Nullable Integer offset;

        private Parse(String layout, String text) {
            this.layout = layout;
            this.text = text;
        }

        static ZonedDateTime of(String layout, String text) {
            return new Parse(layout, text).run();
        }

        private BuiltinException unreadable() {
            return failed("parsing time " + RegoString.of(text) + " as " + RegoString.of(layout) + ": cannot parse "
                    + RegoString.of(text.substring(Math.min(at, text.length()))));
        }

        private ZonedDateTime run() {
            GoTime reader = new GoTime(layout);
            while (reader.at < layout.length()) {
                String chunk = reader.next();
                if (chunk.charAt(0) == '\'') {
                    literal(chunk.charAt(1));
                } else if (isFraction(chunk)) {
                    fraction(chunk);
                } else {
                    read(chunk, reader);
                }
            }
            if (at < text.length()) {
                throw failed(
                        "parsing time " + RegoString.of(text) + ": extra text: " + RegoString.of(text.substring(at)));
            }
            return result();
        }

        private void literal(char c) {
            if (c == ' ') {
                while (at < text.length() && text.charAt(at) == ' ') {
                    at++;
                }
            } else if (at < text.length() && text.charAt(at) == c) {
                at++;
            } else {
                throw unreadable();
            }
        }

        private int number(int least, int most) {
            int from = at;
            while (at < text.length() && at - from < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at - from < least) {
                at = from;
                throw unreadable();
            }
            return Integer.parseInt(text, from, at, 10);
        }

        private int name(List<String> names, boolean shortForm) {
            for (int i = 0; i < names.size(); i++) {
                String name = shortForm ? names.get(i).substring(0, 3) : names.get(i);
                if (text.regionMatches(true, at, name, 0, name.length())) {
                    at += name.length();
                    return i;
                }
            }
            throw unreadable();
        }

        private void read(String chunk, GoTime reader) {
            switch (chunk) {
                case "2006" -> year = number(4, 4);
                case "06" -> {
                    int y = number(2, 2);
                    year = y + (y >= 69 ? 1900 : 2000);
                }
                case "January" -> month = name(MONTHS, false) + 1;
                case "Jan" -> month = name(MONTHS, true) + 1;
                case "01" -> month = inRange(number(2, 2), 1, 12, "month");
                case "1" -> month = inRange(number(1, 2), 1, 12, "month");
                case "Monday" -> name(DAYS, false);
                case "Mon" -> name(DAYS, true);
                case "02" -> day = number(2, 2);
                case "2", "_2" -> {
                    if (chunk.equals("_2") && at < text.length() && text.charAt(at) == ' ') {
                        at++;
                    }
                    day = number(1, 2);
                }
                case "002" -> dayOfYear = number(3, 3);
                case "__2" -> {
                    while (at < text.length() && text.charAt(at) == ' ') {
                        at++;
                    }
                    dayOfYear = number(1, 3);
                }
                case "15" -> hour = inRange(number(2, 2), 0, 23, "hour");
                case "03" -> hour = inRange(number(2, 2), 0, 12, "hour");
                case "3" -> hour = inRange(number(1, 2), 0, 12, "hour");
                case "04" -> minute = inRange(number(2, 2), 0, 59, "minute");
                case "4" -> minute = inRange(number(1, 2), 0, 59, "minute");
                case "05", "5" -> {
                    second = inRange(chunk.equals("05") ? number(2, 2) : number(1, 2), 0, 59, "second");
                    looseFraction(reader);
                }
                case "PM", "pm" -> half(chunk);
                case "MST" -> zoneName();
                default -> zoneOffset(chunk);
            }
        }

        private int inRange(int value, int low, int high, String what) {
            if (value < low || value > high) {
                throw failed("parsing time " + RegoString.of(text) + ": " + what + " out of range");
            }
            return value;
        }

        private void half(String chunk) {
            String wanted = text.substring(at, Math.min(text.length(), at + 2));
            if (wanted.equals(chunk)) {
                pm = true;
            } else if (wanted.equals(chunk.equals("PM") ? "AM" : "am")) {
                am = true;
            } else {
                throw unreadable();
            }
            at += 2;
        }

        /** Seconds may carry a fraction that the layout does not show. */
        private void looseFraction(GoTime reader) {
            if (at + 1 < text.length()
                    && (text.charAt(at) == '.' || text.charAt(at) == ',')
                    && Character.isDigit(text.charAt(at + 1))
                    && !(reader.at < layout.length() && ".,".indexOf(layout.charAt(reader.at)) >= 0)) {
                int end = at + 1;
                while (end < text.length() && Character.isDigit(text.charAt(end))) {
                    end++;
                }
                nano = nanos(text.substring(at + 1, end));
                at = end;
            }
        }

        private static int nanos(String digits) {
            return Integer.parseInt((digits + "000000000").substring(0, 9));
        }

        private void fraction(String chunk) {
            boolean exact = chunk.charAt(1) == '0';
            boolean there = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
            if (!there) {
                if (exact) {
                    throw unreadable();
                }
                return;
            }
            int end = at + 1;
            while (end < text.length()
                    && Character.isDigit(text.charAt(end))
                    && (!exact || end - at < chunk.length())) {
                end++;
            }
            if (exact && end - at != chunk.length()) {
                throw unreadable();
            }
            nano = nanos(text.substring(at + 1, end));
            at = end;
        }

        private void zoneName() {
            if (text.startsWith("UTC", at)) {
                at += 3;
                offset = 0;
                return;
            }
            int end = at;
            while (end < text.length() && Character.isUpperCase(text.charAt(end)) && end - at < 5) {
                end++;
            }
            if (end - at < 3) {
                throw unreadable();
            }
            at = end;
            if (offset == null) {
                offset = 0;
            }
        }

        private void zoneOffset(String chunk) {
            if (chunk.charAt(0) == 'Z' && at < text.length() && text.charAt(at) == 'Z') {
                at++;
                offset = 0;
                return;
            }
            if (at >= text.length() || "+-".indexOf(text.charAt(at)) < 0) {
                throw unreadable();
            }
            int sign = text.charAt(at++) == '-' ? -1 : 1;
            int seconds = inRange(number(2, 2), 0, 24, "time zone offset hour") * 3600;
            if (chunk.length() > 3) {
                seconds += inRange(part(chunk), 0, 59, "time zone offset minute") * 60;
            }
            if (chunk.length() > 6) {
                seconds += inRange(part(chunk), 0, 59, "time zone offset second");
            }
            offset = sign * seconds;
        }

        private int part(String chunk) {
            if (chunk.contains(":")) {
                literal(':');
            }
            return number(2, 2);
        }

        private ZonedDateTime result() {
            if (pm && hour < 12) {
                hour += 12;
            } else if (am && hour == 12) {
                hour = 0;
            }
            try {
                LocalDate date = dayOfYear >= 0
                        ? LocalDate.ofYearDay(year, dayOfYear)
                        : LocalDate.of(year, month < 0 ? 1 : month, day < 0 ? 1 : day);
                if (dayOfYear >= 0
                        && ((month >= 0 && date.getMonthValue() != month)
                                || (day >= 0 && date.getDayOfMonth() != day))) {
                    throw failed("parsing time " + RegoString.of(text) + ": day-of-year does not match month or day");
                }
                return date.atTime(LocalTime.of(hour, minute, second, nano))
                        .atOffset(ZoneOffset.ofTotalSeconds(offset == null ? 0 : offset))
                        .toZonedDateTime();
            } catch (DateTimeException e) {
                throw failed("parsing time " + RegoString.of(text) + ": day out of range");
            }
        }
    }
}
