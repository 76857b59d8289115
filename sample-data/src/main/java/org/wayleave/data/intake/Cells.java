package org.wayleave.data.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** What the text of one value is. */
final class Cells {
    private static final Set<String> NOTHING = Set.of("", "NA", "N/A", "NULL", "null");
    private static final Set<String> NO_NUMBER =
            Set.of("nan", "+nan", "-nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,15}");
    private static final Pattern DAY =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]{5,18}(?:Z|[-+][0-9:]{2,6})?)?");
    private static final int EARLIEST_YEAR = 1850;
    private static final int LATEST_YEAR = 2150;

    private Cells() {}

    /** Whether a text stands for a missing value. */
    static boolean missing(String text) {
        return NOTHING.contains(text.strip());
    }

    /** Whether a text has the form of a finite number. */
    static boolean number(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }

    /** Whether a text has the form of a whole number that a double holds exactly. */
    static boolean whole(String text) {
        return WHOLE.matcher(text.strip()).matches();
    }

    /** Whether a text is a name for what is not a finite number. */
    static boolean noNumber(String text) {
        return NO_NUMBER.contains(text.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether a text has the form of a date, with or without a time of day. */
    static boolean day(String text) {
        return DAY.matcher(text.strip()).matches();
    }

    /** Returns the number, empty where it is not finite. */
    static OptionalDouble toNumber(String text) {
        double value = Double.parseDouble(text.strip());
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Returns the days since 1 January 1970.
     *
     * @throws DateTimeException if there is no such day in the Gregorian calendar, or the year shows another calendar
     */
    static double toDay(String text) {
        LocalDate day = LocalDate.parse(text.strip().substring(0, 10));
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            throw new DateTimeException(
                    "the year " + day.getYear() + " lies outside " + EARLIEST_YEAR + " to " + LATEST_YEAR);
        }
        return day.toEpochDay();
    }

    /** Whether a spreadsheet would take a text for a formula or a command. */
    static boolean calculates(String text) {
        if (text.length() < 2 || "=+-@\t\r|%".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        return !number(text);
    }
}
