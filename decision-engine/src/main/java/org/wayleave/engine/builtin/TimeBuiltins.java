package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;
import static org.wayleave.engine.builtin.BuiltinException.operand;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.wayleave.engine.builtin.time.GoDuration;
import org.wayleave.engine.builtin.time.TimeReader;
import org.wayleave.engine.builtin.time.TimeWriter;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Functions of time: nanoseconds since 1970 in UTC, optionally with a zone and a layout. */
final class TimeBuiltins {
    private static final long NANOS = 1_000_000_000L;

    private static final Map<String, String> LAYOUTS = Map.ofEntries(
            Map.entry("ANSIC", "Mon Jan _2 15:04:05 2006"),
            Map.entry("UnixDate", "Mon Jan _2 15:04:05 MST 2006"),
            Map.entry("RubyDate", "Mon Jan 02 15:04:05 -0700 2006"),
            Map.entry("RFC822", "02 Jan 06 15:04 MST"),
            Map.entry("RFC822Z", "02 Jan 06 15:04 -0700"),
            Map.entry("RFC850", "Monday, 02-Jan-06 15:04:05 MST"),
            Map.entry("RFC1123", "Mon, 02 Jan 2006 15:04:05 MST"),
            Map.entry("RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700"),
            Map.entry("RFC3339", "2006-01-02T15:04:05Z07:00"),
            Map.entry("RFC3339Nano", "2006-01-02T15:04:05.999999999Z07:00"));

    private TimeBuiltins() {}

    static void declare(BuiltinTable table) {
        table.add("time.now_ns", (context, args) -> RegoNumber.of(context.nowNanos()));
        table.unary("time.parse_rfc3339_ns", a -> RegoNumber.of(rfc3339(Operands.string(a, 1))));
        table.binary("time.parse_ns", TimeBuiltins::parse);
        table.unary("time.parse_duration_ns", a -> RegoNumber.of(GoDuration.nanos(Operands.string(a, 1))));
        table.unary("time.format", TimeBuiltins::format);
        table.unary("time.date", a -> {
            ZonedDateTime t = Moment.of(a).time();
            return numbers(t.getYear(), t.getMonthValue(), t.getDayOfMonth());
        });
        table.unary("time.clock", a -> {
            ZonedDateTime t = Moment.of(a).time();
            return numbers(t.getHour(), t.getMinute(), t.getSecond());
        });
        table.unary(
                "time.weekday",
                a -> RegoString.of(Moment.of(a).time().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
        table.add(
                "time.add_date",
                (context, args) -> addDate(
                        Moment.of(args[0]).time(),
                        Operands.whole(args[1], 2),
                        Operands.whole(args[2], 3),
                        Operands.whole(args[3], 4)));
        table.binary(
                "time.diff",
                (a, b) -> difference(Moment.of(a).time(), Moment.of(b).time()));
    }

    private static RegoValue numbers(int... values) {
        RegoArray result = RegoArray.open(values.length);
        for (int value : values) {
            result.adding(RegoNumber.of(value));
        }
        return result;
    }

    /** A time with its zone and a layout, empty when none is given. */
    private record Moment(ZonedDateTime time, String layout) {
        static Moment of(RegoValue v) {
            RegoNumber nanos;
            ZoneId zone = ZoneOffset.UTC;
            String layout = "";
            if (v instanceof RegoArray a && a.size() > 0) {
                nanos = Operands.number(a.get(0), 1);
                if (a.size() > 1) {
                    zone = zone(Operands.string(a.get(1), 1));
                }
                if (a.size() > 2) {
                    layout = Operands.string(a.get(2), 1);
                }
            } else if (v instanceof RegoNumber n) {
                nanos = n;
            } else {
                throw operand(
                        1,
                        "must be either number (ns) or [number (ns), string (tz)] but got "
                                + v.type().regoName());
            }
            BinaryFloat exact = BinaryFloat.of(nanos);
            if (!exact.isWhole() || exact.truncated().bitLength() >= Long.SIZE) {
                throw failed("timestamp too big");
            }
            long ns = exact.truncated().longValue();
            Instant instant = Instant.ofEpochSecond(Math.floorDiv(ns, NANOS), Math.floorMod(ns, NANOS));
            return new Moment(instant.atZone(zone), layout);
        }

        /** Old names of the time zone database that the JDK does not know. */
        private static final Map<String, String> OLD_ZONES =
                Map.of("EST", "America/Panama", "MST", "America/Phoenix", "HST", "Pacific/Honolulu");

        private static ZoneId zone(String name) {
            if (name.isEmpty() || name.equals("UTC")) {
                return ZoneOffset.UTC;
            }
            if (name.equals("Local")) {
                return ZoneId.systemDefault();
            }
            if (OLD_ZONES.containsKey(name)) {
                return ZoneId.of(name, OLD_ZONES);
            }
            if (!ZoneId.getAvailableZoneIds().contains(name)) {
                throw failed("unknown time zone " + name);
            }
            try {
                return ZoneId.of(name);
            } catch (DateTimeException e) {
                throw failed("unknown time zone " + name);
            }
        }
    }

    private static long nanos(long seconds, int nano) {
        try {
            return seconds < 0 && nano > 0
                    ? Math.addExact(Math.multiplyExact(seconds + 1, NANOS), nano - NANOS)
                    : Math.addExact(Math.multiplyExact(seconds, NANOS), nano);
        } catch (ArithmeticException e) {
            throw failed("time outside of valid range");
        }
    }

    private static RegoValue nanos(ZonedDateTime t) {
        return RegoNumber.of(nanos(t.toEpochSecond(), t.getNano()));
    }

    private static RegoValue parse(RegoValue a, RegoValue b) {
        String layout = Operands.string(a, 1);
        return nanos(TimeReader.of(LAYOUTS.getOrDefault(layout, layout), Operands.string(b, 2)));
    }

    private static RegoValue format(RegoValue a) {
        Moment moment = Moment.of(a);
        String layout = moment.layout().isEmpty() ? "RFC3339Nano" : moment.layout();
        return RegoString.of(TimeWriter.format(moment.time(), LAYOUTS.getOrDefault(layout, layout)));
    }

    /** Nanoseconds since 1970 of an RFC 3339 time; the common form is read without detours. */
    static long rfc3339(String text) {
        int n = text.length();
        if (n >= 20
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(n - 1) == 'Z'
                && (n == 20 || (text.charAt(19) == '.' && n > 21 && n <= 30))) {
            int year = digits(text, 0, 4);
            int month = digits(text, 5, 7);
            int day = digits(text, 8, 10);
            int hour = digits(text, 11, 13);
            int minute = digits(text, 14, 16);
            int second = digits(text, 17, 19);
            int nano = 0;
            if (n > 20) {
                nano = digits(text, 20, n - 1);
                for (int i = n - 21; i < 9 && nano >= 0; i++) {
                    nano *= 10;
                }
            }
            if ((year | month | day | hour | minute | second | nano) >= 0
                    && month >= 1
                    && month <= 12
                    && day >= 1
                    && day <= 28
                    && hour < 24
                    && minute < 60
                    && second < 60) {
                long epochDay = LocalDate.of(year, month, day).toEpochDay();
                return nanos(epochDay * 86_400 + hour * 3_600L + minute * 60L + second, nano);
            }
        }
        ZonedDateTime t = TimeReader.of("2006-01-02T15:04:05Z07:00", text);
        return nanos(t.toEpochSecond(), t.getNano());
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int d = text.charAt(i) - '0';
            if (d < 0 || d > 9) {
                return -1;
            }
            value = value * 10 + d;
        }
        return value;
    }

    /** Days beyond the end of a month run into the next. */
    private static RegoValue addDate(ZonedDateTime t, long years, long months, long days) {
        try {
            long month = Math.addExact(t.getMonthValue() - 1L, months);
            LocalDate first = LocalDate.of(
                    Math.toIntExact(t.getYear() + Math.addExact(years, Math.floorDiv(month, 12))),
                    (int) Math.floorMod(month, 12L) + 1,
                    1);
            LocalDate date = first.plusDays(Math.addExact(days, t.getDayOfMonth() - 1L));
            return nanos(date.atTime(t.toLocalTime()).atZone(t.getZone()));
        } catch (DateTimeException | ArithmeticException e) {
            throw failed("time outside of valid range");
        }
    }

    /** Years, months, days, hours, minutes, seconds between two times, in the zone of the first. */
    private static RegoValue difference(ZonedDateTime first, ZonedDateTime second) {
        ZonedDateTime a = first;
        ZonedDateTime b = second.withZoneSameInstant(first.getZone());
        if (a.isAfter(b)) {
            ZonedDateTime swap = a;
            a = b;
            b = swap;
        }
        int second0 = b.getSecond() - a.getSecond();
        int minute = b.getMinute() - a.getMinute();
        int hour = b.getHour() - a.getHour();
        int day = b.getDayOfMonth() - a.getDayOfMonth();
        int month = b.getMonthValue() - a.getMonthValue();
        int year = b.getYear() - a.getYear();
        if (second0 < 0) {
            second0 += 60;
            minute--;
        }
        if (minute < 0) {
            minute += 60;
            hour--;
        }
        if (hour < 0) {
            hour += 24;
            day--;
        }
        if (day < 0) {
            day += a.toLocalDate().lengthOfMonth();
            month--;
        }
        if (month < 0) {
            month += 12;
            year--;
        }
        return numbers(year, month, day, hour, minute, second0);
    }
}
