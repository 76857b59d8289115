package org.wayleave.engine.builtin.yaml;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;

/** Moments in the forms that Go's {@code yaml.v3} takes for a {@code !!timestamp}. */
final class YamlTimestamp {
    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:[Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]{1,9}))?(Z|[-+][0-9]{2}:[0-9]{2})"
            + "| ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]{1,9}))?)?");

    private YamlTimestamp() {}

    static boolean is(String text) {
        return parse(text) != null;
    }

    /**
     * The moment as RFC 3339 writes it.
     *
     * @throws BuiltinException when the text is none
     */
    static String normal(String text) {
        OffsetDateTime time = parse(text);
        if (time == null) {
            throw failed("yaml: cannot decode !!str `" + text + "` as a !!timestamp");
        }
        String fraction =
                String.format(java.util.Locale.ROOT, ".%09d", time.getNano()).replaceFirst("\\.?0+$", "");
        return String.format(
                java.util.Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02d%s%s",
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                fraction,
                time.getOffset());
    }

    private static @Nullable OffsetDateTime parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return null;
        }
        int clock = m.group(4) != null ? 4 : 9;
        boolean dateOnly = m.group(clock) == null;
        String fraction = dateOnly || m.group(clock + 3) == null ? "" : m.group(clock + 3);
        try {
            return OffsetDateTime.of(
                    number(m.group(1)),
                    number(m.group(2)),
                    number(m.group(3)),
                    dateOnly ? 0 : number(m.group(clock)),
                    dateOnly ? 0 : number(m.group(clock + 1)),
                    dateOnly ? 0 : number(m.group(clock + 2)),
                    number((fraction + "000000000").substring(0, 9)),
                    m.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(m.group(8)));
        } catch (DateTimeException e) {
            return null; // no such day or time
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
