package org.wayleave.engine.builtin.time;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/** Writes times by a layout. */
public final class TimeWriter {
    private TimeWriter() {}

    /** The text of a time by a layout. */
    public static String format(ZonedDateTime t, String layout) {
        TimeLayout parts = new TimeLayout(layout);
        StringBuilder out = new StringBuilder();
        while (parts.hasNext()) {
            append(out, t, parts.next());
        }
        return out.toString();
    }

    private static void append(StringBuilder out, ZonedDateTime t, String chunk) {
        switch (chunk) {
            case "2006" -> pad(out, t.getYear(), 4);
            case "06" -> pad(out, Math.floorMod(t.getYear(), 100), 2);
            case "January" -> out.append(TimeLayout.MONTHS.get(t.getMonthValue() - 1));
            case "Jan" -> out.append(TimeLayout.MONTHS.get(t.getMonthValue() - 1), 0, 3);
            case "01" -> pad(out, t.getMonthValue(), 2);
            case "1" -> out.append(t.getMonthValue());
            case "Monday" -> out.append(TimeLayout.DAYS.get(t.getDayOfWeek().getValue() % 7));
            case "Mon" -> out.append(TimeLayout.DAYS.get(t.getDayOfWeek().getValue() % 7), 0, 3);
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
                } else if (TimeLayout.isFraction(chunk)) {
                    fraction(out, t.getNano(), chunk);
                } else {
                    offset(out, t.getOffset().getTotalSeconds(), chunk);
                }
            }
        }
    }

    /** The short name of the zone at the time, or its offset where it has none. */
    private static String abbreviation(ZonedDateTime t) {
        int seconds = t.getOffset().getTotalSeconds();
        if (t.getZone() instanceof ZoneOffset || t.getZone().getId().equals("UTC")) {
            return seconds == 0 ? "UTC" : hours(seconds);
        }
        String name = ZoneNames.at(t.getZone().getId(), seconds, t.toEpochSecond());
        return name == null ? hours(seconds) : name;
    }

    private static String hours(int seconds) {
        StringBuilder out = new StringBuilder();
        offset(out, seconds, seconds % 60 != 0 ? "-070000" : seconds % 3600 != 0 ? "-0700" : "-07");
        return out.toString();
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
}
