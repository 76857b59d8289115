package org.wayleave.engine.builtin.time;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoString;

/** Durations such as {@code 1h30m}, as Go reads them, with OPA's days, weeks and years of 365 days. */
public final class GoDuration {
    private static final long HOUR = 3_600_000_000_000L;
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", HOUR);
    private static final Map<String, Integer> DAYS = Map.of("d", 1, "w", 7, "y", 365);
    private static final Pattern SEGMENT = Pattern.compile("([0-9]*)(?:\\.([0-9]*))?([^0-9.]+)");
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(63);

    private GoDuration() {}

    /**
     * The nanoseconds of a duration.
     *
     * @throws BuiltinException when the text is none, or does not fit 64 bits
     */
    public static long nanos(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return 0;
        }
        boolean extended = rest.matches("(?s).*[dwy].*");
        Matcher m = SEGMENT.matcher(rest);
        BigInteger total = BigInteger.ZERO;
        int end = 0;
        while (end < rest.length()) {
            m.region(end, rest.length());
            // Beside days, weeks and years OPA knows only one of the two letters for micro.
            if (!m.lookingAt() || (extended && m.group(3).equals("\u03bcs"))) {
                throw invalid(text);
            }
            total = total.add(segment(text, m.group(1), m.group(2) == null ? "" : m.group(2), m.group(3)));
            end = m.end();
        }
        boolean fits = total.bitLength() < Long.SIZE || (negative && total.equals(LARGEST));
        if (end == 0 || !fits) {
            throw invalid(text);
        }
        return (negative ? total.negate() : total).longValueExact();
    }

    private static BuiltinException invalid(String text) {
        return failed("time: invalid duration " + RegoString.of(text));
    }

    private static BigInteger segment(String text, String whole, String fraction, String unit) {
        if (whole.isEmpty() && fraction.isEmpty()) {
            throw invalid(text);
        }
        Integer days = DAYS.get(unit);
        if (days != null) {
            // OPA rewrites these as hours, by way of a double.
            double hours = Double.parseDouble(whole + "." + fraction + "0") * days * 24;
            String written = new BigDecimal(Double.toString(hours)).toPlainString();
            int point = written.indexOf('.');
            return point < 0
                    ? nanos(written, "", HOUR)
                    : nanos(written.substring(0, point), written.substring(point + 1), HOUR);
        }
        Long size = NANOS.get(unit);
        if (size == null) {
            throw invalid(text);
        }
        return nanos(whole, fraction, size);
    }

    /** The fraction is scaled as a double and cut off, as in Go. */
    private static BigInteger nanos(String whole, String fraction, long unit) {
        BigInteger result =
                whole.isEmpty() ? BigInteger.ZERO : new BigInteger(whole).multiply(BigInteger.valueOf(unit));
        BigInteger digits = BigInteger.ZERO;
        double scale = 1;
        for (int i = 0; i < fraction.length(); i++) {
            BigInteger more = digits.multiply(BigInteger.TEN).add(BigInteger.valueOf(fraction.charAt(i) - '0'));
            if (more.compareTo(LARGEST) > 0) {
                break; // digits beyond what a number of 64 bits holds do not count
            }
            digits = more;
            scale *= 10;
        }
        double part = digits.doubleValue() * (unit / scale);
        return result.add(BigInteger.valueOf((long) part));
    }
}
