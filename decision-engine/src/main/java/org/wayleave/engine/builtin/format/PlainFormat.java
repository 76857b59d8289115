package org.wayleave.engine.builtin.format;

import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** The formats of most messages: strings by {@code %s} or {@code %v}, whole numbers by {@code %d} or {@code %v}. */
final class PlainFormat {
    private static final int USUAL_LENGTH = 16;

    private PlainFormat() {}

    /** The text, null when there is more to the format than that. */
    static @Nullable String format(String format, RegoArray values) {
        int percent = format.indexOf('%');
        if (percent < 0) {
            return values.size() == 0 ? format : null;
        }
        StringBuilder out = new StringBuilder(format.length() + USUAL_LENGTH * values.size());
        int at = 0;
        int next = 0;
        while (percent >= 0) {
            if (percent + 1 >= format.length()) {
                return null;
            }
            out.append(format, at, percent);
            char verb = format.charAt(percent + 1);
            if (verb == '%') {
                out.append('%');
            } else if (next >= values.size() || !append(out, verb, values.get(next++))) {
                return null;
            }
            at = percent + 2;
            percent = format.indexOf('%', at);
        }
        return next == values.size() ? out.append(format, at, format.length()).toString() : null;
    }

    private static boolean append(StringBuilder out, char verb, RegoValue value) {
        if (value instanceof RegoString s && (verb == 's' || verb == 'v')) {
            out.append(s.value());
            return true;
        }
        if (value instanceof RegoNumber n && n.isPlain() && (verb == 'd' || verb == 'v')) {
            out.append(n.longValue());
            return true;
        }
        return false;
    }
}
