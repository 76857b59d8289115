package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** UUIDs (RFC 4122) and URIs (RFC 3986, as leniently as Go reads them). */
final class IdentifierBuiltins {
    /** 100 ns steps between the start of the Gregorian calendar, 1582-10-15, and 1970. */
    private static final long GREGORIAN_TO_UNIX = 122_192_928_000_000_000L;

    private IdentifierBuiltins() {}

    static void declare(BuiltinTable table) {
        table.add("uuid.rfc4122", IdentifierBuiltins::random);
        table.unary("uuid.parse", IdentifierBuiltins::parseUuid);
        table.unary("uri.parse", a -> parseUri(Operands.string(a, 1)));
        table.unary("uri.is_valid", IdentifierBuiltins::isUri);
    }

    private static RegoValue random(BuiltinContext context, RegoValue[] args) {
        return context.once(new BuiltinContext.Key("uuid.rfc4122", args[0]), key -> {
            RandomGenerator random = context.random();
            long high = (random.nextLong() & ~0xF000L) | 0x4000L;
            long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
            return RegoString.of(new UUID(high, low).toString());
        });
    }

    private static @Nullable RegoValue parseUuid(RegoValue a) {
        String text = Operands.string(a, 1);
        String plain = text;
        if (text.length() == 45 && text.regionMatches(true, 0, "urn:uuid:", 0, 9)) {
            plain = text.substring(9);
        } else if (text.length() == 38) {
            plain = text.substring(1, 37);
        }
        String digits = plain;
        if (plain.length() == 36) {
            if (!plain.matches("[^-]{8}-[^-]{4}-[^-]{4}-[^-]{4}-[^-]{12}")) {
                return null;
            }
            digits = plain.replace("-", "");
        }
        return digits.matches("[0-9a-fA-F]{32}") ? describe(digits.toLowerCase(Locale.ROOT)) : null;
    }

    private static RegoValue describe(String digits) {
        long high = Long.parseUnsignedLong(digits.substring(0, 16), 16);
        long low = Long.parseUnsignedLong(digits.substring(16), 16);
        int version = (int) (high >> 12) & 15;
        int octet = (int) (low >>> 56);
        RegoObject.Builder out = RegoObject.builder()
                .put("version", RegoNumber.of(version))
                .put(
                        "variant",
                        RegoString.of(
                                (octet & 0xC0) == 0x80
                                        ? "RFC4122"
                                        : (octet & 0xE0) == 0xC0
                                                ? "Microsoft"
                                                : (octet & 0xE0) == 0xE0 ? "Future" : "Reserved"));
        if (version == 1 || version == 2) {
            long time = (high & 0xFFF) << 48 | (high >>> 16 & 0xFFFF) << 32 | high >>> 32;
            int node = (int) (low >>> 40) & 255;
            out.put("time", RegoNumber.of((time - GREGORIAN_TO_UNIX) * 100))
                    .put("nodeid", RegoString.of(digits.substring(20).replaceAll("(..)(?=.)", "$1-")))
                    .put(
                            "macvariables",
                            RegoString.of(
                                    (node & 2) != 0
                                            ? ((node & 1) != 0 ? "local:multicast" : "local:unicast")
                                            : (node & 1) != 0 ? "global:multicast" : "global:unicast"))
                    .put("clocksequence", RegoNumber.of(low >>> 48 & 0x3FFF));
        }
        if (version == 2) {
            int domain = (int) (low >>> 48) & 255;
            out.put("id", RegoNumber.of(high >>> 32))
                    .put(
                            "domain",
                            RegoString.of(
                                    switch (domain) {
                                        case 0 -> "Person";
                                        case 1 -> "Group";
                                        case 2 -> "Org";
                                        default -> "Domain" + domain;
                                    }));
        }
        return out.build();
    }

    private static RegoValue isUri(RegoValue a) {
        if (!(a instanceof RegoString s) || s.value().isEmpty()) {
            return RegoBoolean.FALSE;
        }
        try {
            parseUri(s.value());
            return RegoBoolean.TRUE;
        } catch (BuiltinException e) {
            return RegoBoolean.FALSE;
        }
    }

    private static BuiltinException bad(String text, String why) {
        return failed("parse " + RegoString.of(text) + ": " + why);
    }

    static RegoValue parseUri(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw bad(text, "net/url: invalid control character in URL");
        }
        RegoObject.Builder out = RegoObject.builder();
        int hash = text.indexOf('#');
        String rest = hash < 0 ? text : text.substring(0, hash);
        if (hash >= 0) {
            put(out, "fragment", EncodingBuiltins.unescape(text.substring(hash + 1), false));
        }
        int colon = schemeEnd(text, rest);
        String scheme = colon > 0 ? rest.substring(0, colon).toLowerCase(Locale.ROOT) : "";
        put(out, "scheme", scheme);
        rest = rest.substring(colon > 0 ? colon + 1 : 0);
        int question = rest.indexOf('?');
        if (question >= 0) {
            put(out, "raw_query", rest.substring(question + 1));
            rest = rest.substring(0, question);
        }
        if (!rest.startsWith("/")) {
            if (!scheme.isEmpty()) {
                return out.build(); // opaque, as in mailto:someone
            }
            int slash = rest.indexOf('/');
            if ((slash < 0 ? rest : rest.substring(0, slash)).indexOf(':') >= 0) {
                throw bad(text, "first path segment in URL cannot contain colon");
            }
        }
        if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
            int slash = rest.indexOf('/', 2);
            authority(out, text, rest.substring(2, slash < 0 ? rest.length() : slash));
            rest = slash < 0 ? "" : rest.substring(slash);
        }
        if (!rest.isEmpty()) {
            String path = EncodingBuiltins.unescape(rest, false);
            put(out, "path", path);
            put(out, "raw_path", EncodingBuiltins.escapePath(path).equals(rest) ? path : rest);
        }
        return out.build();
    }

    /** Where the scheme ends, or 0 when there is none. */
    private static int schemeEnd(String text, String rest) {
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (c == ':') {
                if (i == 0) {
                    throw bad(text, "missing protocol scheme");
                }
                return i;
            }
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
                return 0;
            }
        }
        return 0;
    }

    private static void authority(RegoObject.Builder out, String text, String authority) {
        int at = authority.lastIndexOf('@');
        if (at >= 0 && !authority.substring(0, at).matches("[A-Za-z0-9\\-._:~!$&'()*+,;=%@]*")) {
            throw bad(text, "net/url: invalid userinfo");
        }
        String host = authority.substring(at + 1);
        int colon;
        if (host.startsWith("[")) {
            int close = host.lastIndexOf(']');
            if (close < 0) {
                throw bad(text, "missing ']' in host");
            }
            colon = close + 1 < host.length() ? close + 1 : -1;
            if (colon > 0 && host.charAt(colon) != ':') {
                throw bad(text, "invalid port " + RegoString.of(host.substring(colon)) + " after host");
            }
        } else {
            colon = host.lastIndexOf(':');
        }
        if (colon >= 0) {
            String port = host.substring(colon + 1);
            if (!port.matches("[0-9]*")) {
                throw bad(text, "invalid port " + RegoString.of(host.substring(colon)) + " after host");
            }
            put(out, "port", port);
            host = host.substring(0, colon);
        }
        if (host.matches("(?s).*[ \"<>\\\\^`{|}].*")) {
            throw bad(text, "invalid character in host name");
        }
        if (host.matches("(?s).*%[0-7].*") && !host.startsWith("[")) {
            // Only bytes beyond ASCII may be escaped there.
            String escape = host.replaceFirst("(?s)^.*?(%[0-7].?).*$", "$1");
            throw bad(text, "invalid URL escape " + RegoString.of(escape));
        }
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        put(out, "hostname", EncodingBuiltins.unescape(name, false));
    }

    private static void put(RegoObject.Builder out, String key, String value) {
        if (!value.isEmpty()) {
            out.put(key, RegoString.of(value));
        }
    }
}
