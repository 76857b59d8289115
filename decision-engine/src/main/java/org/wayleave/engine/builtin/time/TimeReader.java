package org.wayleave.engine.builtin.time;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoString;

/** Reads times by a layout. */
public final class TimeReader {
    /** What Go takes for a zone's name: letters in capitals, few of them, or an offset in whole hours. */
    private static final Pattern ZONE_NAME = Pattern.compile("UTC|ChST|MeST|GMT(?:[+-](?:[01]?[0-9]|2[0-3])(?![0-9]))?"
            + "|[+-](?:[01]?[0-9]|2[0-3])(?![0-9])|(?:[A-Z]{4}T|[A-Z]{3}T|WITA|[A-Z]{3})(?![A-Z])");

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

    private TimeReader(String layout, String text) {
        this.layout = layout;
        this.text = text;
    }

    /**
     * Reads a text by a layout.
     *
     * @throws BuiltinException when the text is not of the layout, or there is no such time
     */
    public static ZonedDateTime of(String layout, String text) {
        return new TimeReader(layout, text).run();
    }

    private BuiltinException unreadable() {
        return failed("parsing time " + RegoString.of(text) + " as " + RegoString.of(layout) + ": cannot parse "
                + RegoString.of(text.substring(Math.min(at, text.length()))));
    }

    private ZonedDateTime run() {
        TimeLayout parts = new TimeLayout(layout);
        while (parts.hasNext()) {
            String chunk = parts.next();
            if (chunk.charAt(0) == '\'') {
                literal(chunk.charAt(1));
            } else if (TimeLayout.isFraction(chunk)) {
                fraction(chunk);
            } else {
                read(chunk, parts);
            }
        }
        if (at < text.length()) {
            throw failed("parsing time " + RegoString.of(text) + ": extra text: " + RegoString.of(text.substring(at)));
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

    private void read(String chunk, TimeLayout parts) {
        switch (chunk) {
            case "2006" -> year = number(4, 4);
            case "06" -> {
                int y = number(2, 2);
                year = y + (y >= 69 ? 1900 : 2000);
            }
            case "January" -> month = name(TimeLayout.MONTHS, false) + 1;
            case "Jan" -> month = name(TimeLayout.MONTHS, true) + 1;
            case "01" -> month = inRange(number(2, 2), 1, 12, "month");
            case "1" -> month = inRange(number(1, 2), 1, 12, "month");
            case "Monday" -> name(TimeLayout.DAYS, false);
            case "Mon" -> name(TimeLayout.DAYS, true);
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
                looseFraction(parts);
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
    private void looseFraction(TimeLayout parts) {
        if (at + 1 < text.length()
                && (text.charAt(at) == '.' || text.charAt(at) == ',')
                && Character.isDigit(text.charAt(at + 1))
                && !parts.comesToFraction()) {
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
        boolean there = at + 1 < text.length()
                && (text.charAt(at) == '.' || text.charAt(at) == ',')
                && Character.isDigit(text.charAt(at + 1));
        if (!there) {
            if (exact) {
                throw unreadable();
            }
            return;
        }
        int end = at + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end)) && (!exact || end - at < chunk.length())) {
            end++;
        }
        if (exact && end - at != chunk.length()) {
            throw unreadable();
        }
        nano = nanos(text.substring(at + 1, end));
        at = end;
    }

    /** Passes over a zone's short name, which says nothing of the offset. */
    private void zoneName() {
        Matcher name = ZONE_NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            throw unreadable();
        }
        at = name.end();
        if (offset == null || name.group().equals("UTC")) {
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
                    && ((month >= 0 && date.getMonthValue() != month) || (day >= 0 && date.getDayOfMonth() != day))) {
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
