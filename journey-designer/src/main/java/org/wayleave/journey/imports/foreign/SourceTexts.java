package org.wayleave.journey.imports.foreign;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of other tools brought into the forms that are used here. */
public final class SourceTexts {

    /** Days of a month where a tool counts in months. */
    public static final int MONTH = 30;

    /** Days of a year where a tool counts in years. */
    public static final int YEAR = 365;

    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final int TITLE = 120;
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,500}>");
    private static final Pattern ISO =
            Pattern.compile("P(?!$)([0-9]{1,6}Y)?([0-9]{1,6}M)?([0-9]{1,6}W)?([0-9]{1,6}D)?" + "(T[0-9.HMS]{1,40})?");

    private SourceTexts() {}

    /** A title on one line, not longer than a card can show. */
    public static String title(String text) {
        String line = line(text);
        if (line.length() <= TITLE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(TITLE - 2)) ? TITLE - 2 : TITLE - 1;
        return line.substring(0, end).strip() + "…";
    }

    /** Text on one line. */
    public static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** Text without HTML tags, on one line. */
    public static String plain(String html) {
        return line(TAG.matcher(html)
                .replaceAll(" ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"));
    }

    /** So many of a unit as a duration; empty when the unit is not known, or the time is not above zero or beyond ten years. */
    public static Optional<Duration> duration(double count, String unit) {
        double seconds = switch (unit.toLowerCase(Locale.ROOT)) {
            case "s", "second", "seconds" -> count;
            case "i", "min", "minute", "minutes" -> count * 60;
            case "h", "hour", "hours" -> count * 3_600;
            case "d", "day", "days" -> count * 86_400;
            case "w", "week", "weeks" -> count * 7 * 86_400;
            case "m", "month", "months" -> count * MONTH * 86_400;
            case "y", "year", "years" -> count * YEAR * 86_400;
            default -> -1;
        };
        return seconds > 0 && seconds <= LONGEST.toSeconds()
                ? positive(Duration.ofSeconds(Math.round(seconds)))
                : Optional.empty();
    }

    /** Whether a unit has no fixed length. */
    public static boolean calendarUnit(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "m", "month", "months", "y", "year", "years" -> true;
            default -> false;
        };
    }

    /** A duration of ISO 8601, months and years taken as fixed numbers of days; empty when it is none or beyond ten years. */
    public static Optional<Duration> isoDuration(String text) {
        String trimmed = text.strip();
        Matcher matcher = ISO.matcher(trimmed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            int time = trimmed.indexOf('T');
            String date = time < 0 ? trimmed : trimmed.substring(0, time);
            Period period = date.equals("P") ? Period.ZERO : Period.parse(date);
            long days = period.getDays() + (long) MONTH * period.getMonths() + (long) YEAR * period.getYears();
            Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + trimmed.substring(time));
            return positive(Duration.ofDays(days).plus(rest));
        } catch (DateTimeException | ArithmeticException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> positive(Duration duration) {
        return duration.isPositive() && duration.compareTo(LONGEST) <= 0 ? Optional.of(duration) : Optional.empty();
    }

    /** A time of day such as 9:00, 09:00 or 09:00:00; empty when it is none. */
    public static Optional<LocalTime> time(String text) {
        String trimmed = text.strip();
        try {
            return Optional.of(LocalTime.parse(trimmed.length() == 4 ? "0" + trimmed : trimmed));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
