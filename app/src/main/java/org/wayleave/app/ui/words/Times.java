package org.wayleave.app.ui.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wayleave.app.report.svg.Figures;

/** Times as they stand in tables and lists, in one zone. */
public final class Times {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;

    public Times(ZoneId zone) {
        this.zone = zone;
    }

    /** Such as "24 Nov 2026, 11:05". */
    public String full(Instant time) {
        return FULL.format(time.atZone(zone));
    }

    /** Such as "2026-11-24 11:05:12". */
    public String seconds(Instant time) {
        return SECONDS.format(time.atZone(zone));
    }

    /** A span, such as "3.8 s" or "2 min 05 s". */
    public static String span(Duration span) {
        double seconds = span.toMillis() / 1000.0;
        return seconds < 60
                ? Figures.decimal(seconds, 1) + " s"
                : String.format(Locale.ROOT, "%d min %02d s", span.toMinutes(), span.toSecondsPart());
    }
}
