package org.wayleave.engine.builtin.yaml;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.Base64Text;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.GoFloats;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * What a scalar stands for: the core schema of YAML 1.2 with the leniences of Go's {@code yaml.v3} (octal numbers with
 * a leading zero, underscores in numbers); dates stay strings.
 */
final class YamlScalars {
    static final String STRING = "!!str";
    private static final String INTEGER = "!!int";
    private static final String FLOAT = "!!float";
    private static final String TIMESTAMP = "!!timestamp";

    /** Tags whose scalars are looked at; a scalar of any other tag is its text. */
    private static final Set<String> RESOLVED = Set.of("", STRING, "!!bool", INTEGER, FLOAT, "!!null", TIMESTAMP);

    private static final Map<String, RegoValue> WORDS = Map.ofEntries(
            Map.entry("", RegoNull.NULL),
            Map.entry("~", RegoNull.NULL),
            Map.entry("null", RegoNull.NULL),
            Map.entry("Null", RegoNull.NULL),
            Map.entry("NULL", RegoNull.NULL),
            Map.entry("true", RegoBoolean.TRUE),
            Map.entry("True", RegoBoolean.TRUE),
            Map.entry("TRUE", RegoBoolean.TRUE),
            Map.entry("false", RegoBoolean.FALSE),
            Map.entry("False", RegoBoolean.FALSE),
            Map.entry("FALSE", RegoBoolean.FALSE));

    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern WHOLE =
            Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]([0-7]+)|0[bB]([01]+)|0([0-7]+)|(0|[1-9][0-9]*))");
    private static final Pattern REAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    private YamlScalars() {}

    /**
     * A scalar's value, and what it is as a key.
     *
     * @param value null for a number that JSON cannot hold
     * @param key the key it makes; null for one that cannot be a key
     * @param tag the tag it turned out to have
     */
    record Resolved(@Nullable RegoValue value, @Nullable String key, String tag) {}

    /**
     * Resolves a scalar.
     *
     * @throws BuiltinException when its text does not go with its tag
     */
    static Resolved resolve(YamlNode.Scalar scalar) {
        String text = scalar.value();
        String tag = scalar.tag();
        if (tag.equals("!") || tag.equals(STRING) || (tag.isEmpty() && !scalar.plain())) {
            return string(text);
        }
        if (tag.equals("!!binary")) {
            try {
                return string(new String(Base64Text.decode(text), StandardCharsets.UTF_8));
            } catch (BuiltinException e) {
                throw failed("yaml: !!binary value contains invalid base64 data");
            }
        }
        if (!RESOLVED.contains(tag)) {
            return string(text);
        }
        if (tag.equals(TIMESTAMP)) {
            return string(YamlTimestamp.normal(text));
        }
        Resolved found = implicit(text);
        if (tag.isEmpty() || tag.equals(found.tag())) {
            return found;
        }
        if (tag.equals(FLOAT) && found.tag().equals(INTEGER) && found.value() instanceof RegoNumber n && n.isLong()) {
            return real(n.doubleValue());
        }
        throw failed("yaml: cannot decode " + found.tag() + " `" + text + "` as a " + tag);
    }

    /** The tag that a plain text has of itself. */
    static String implicitTag(String text) {
        return implicit(text).tag();
    }

    private static Resolved string(String text) {
        return new Resolved(RegoString.of(text), text, STRING);
    }

    private static Resolved implicit(String text) {
        RegoValue word = WORDS.get(text);
        if (word instanceof RegoBoolean b) {
            return new Resolved(b, b.toString(), "!!bool");
        }
        if (word != null) {
            return new Resolved(word, null, "!!null");
        }
        if (NOT_FINITE.matcher(text).matches()) {
            return new Resolved(null, text.toLowerCase(java.util.Locale.ROOT).replace("+", ""), FLOAT);
        }
        char first = text.charAt(0);
        if (first == '.') {
            return REAL.matcher(text).matches() ? real(text) : string(text);
        }
        if (first != '+' && first != '-' && (first < '0' || first > '9')) {
            return string(text);
        }
        String plain = text.replace("_", "");
        Matcher whole = WHOLE.matcher(plain);
        if (whole.matches()) {
            BigInteger value = whole(whole);
            if (value.bitLength() < Long.SIZE
                    || (value.signum() > 0 && value.bitLength() <= Long.SIZE && fits(plain))) {
                return new Resolved(RegoNumber.of(value), value.toString(), INTEGER);
            }
        }
        return REAL.matcher(plain).matches() ? real(plain) : string(text);
    }

    /** Go reads an unsigned number only without a sign. */
    private static boolean fits(String plain) {
        return plain.charAt(0) != '+';
    }

    private static BigInteger whole(Matcher m) {
        int[] radix = {0, 0, 16, 8, 2, 8, 10};
        for (int group = 2; group <= 6; group++) {
            if (m.group(group) != null) {
                BigInteger magnitude = new BigInteger(m.group(group), radix[group]);
                return m.group(1).equals("-") ? magnitude.negate() : magnitude;
            }
        }
        throw new IllegalStateException("A whole number has digits.");
    }

    private static Resolved real(String text) {
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? string(text) : real(value);
    }

    private static Resolved real(double value) {
        float single = (float) value;
        String key = Float.isInfinite(single) ? (single < 0 ? "-.inf" : ".inf") : GoFloats.general(single);
        return new Resolved(RegoNumber.parse(GoFloats.json(value)), key, FLOAT);
    }
}
