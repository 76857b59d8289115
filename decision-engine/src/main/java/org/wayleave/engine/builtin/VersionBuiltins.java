package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Semantic versions (semver.org 2.0.0); a leading {@code v} is allowed. */
final class VersionBuiltins {
    private static final String NUMBER = "(0|[1-9][0-9]{0,18})";
    private static final String IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
    private static final Pattern VERSION = Pattern.compile(
            "v?" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-(" + IDENTIFIERS + "))?(?:\\+" + IDENTIFIERS + ")?");

    private VersionBuiltins() {}

    static void declare(BuiltinTable table) {
        table.binary("semver.compare", (a, b) -> RegoNumber.of(compare(parsed(a, 1), parsed(b, 2))));
        table.unary("semver.is_valid", a -> RegoBoolean.of(a instanceof RegoString s && parse(s.value()) != null));
    }

    private record Version(List<BigInteger> numbers, List<String> preRelease) {}

    private static Version parsed(RegoValue v, int position) {
        String text = Operands.string(v, position);
        Version version = parse(text);
        if (version == null) {
            throw failed("operand " + position + ": string " + RegoString.of(text) + " is not a valid SemVer");
        }
        return version;
    }

    private static @Nullable Version parse(String text) {
        Matcher m = VERSION.matcher(text);
        if (!m.matches()) {
            return null;
        }
        List<BigInteger> numbers = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            BigInteger number = new BigInteger(m.group(i));
            if (number.bitLength() >= Long.SIZE) {
                return null;
            }
            numbers.add(number);
        }
        List<String> preRelease =
                m.group(4) == null ? List.of() : List.of(m.group(4).split("\\."));
        return preRelease.stream().anyMatch(p -> p.matches("0[0-9]+")) ? null : new Version(numbers, preRelease);
    }

    private static int compare(Version a, Version b) {
        for (int i = 0; i < 3; i++) {
            int c = a.numbers().get(i).compareTo(b.numbers().get(i));
            if (c != 0) {
                return c;
            }
        }
        if (a.preRelease().isEmpty() || b.preRelease().isEmpty()) {
            return Boolean.compare(a.preRelease().isEmpty(), b.preRelease().isEmpty());
        }
        int n = Math.min(a.preRelease().size(), b.preRelease().size());
        for (int i = 0; i < n; i++) {
            int c = compare(a.preRelease().get(i), b.preRelease().get(i));
            if (c != 0) {
                return Integer.signum(c);
            }
        }
        return Integer.signum(a.preRelease().size() - b.preRelease().size());
    }

    private static int compare(String a, String b) {
        boolean aNumber = a.chars().allMatch(Character::isDigit);
        boolean bNumber = b.chars().allMatch(Character::isDigit);
        if (aNumber != bNumber) {
            return aNumber ? -1 : 1;
        }
        return aNumber ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }
}
