package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;
import static org.wayleave.engine.builtin.BuiltinException.operand;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Base64, hexadecimal digits and URL queries. */
final class EncodingBuiltins {
    private static final HexFormat HEX = HexFormat.of();

    private EncodingBuiltins() {}

    static void declare(BuiltinTable table) {
        table.unary("base64.encode", a -> text(Base64.getEncoder().encodeToString(bytes(a, 1))));
        table.unary("base64.decode", a -> RegoString.of(utf8(Base64Text.decode(Operands.string(a, 1)))));
        table.unary("base64.is_valid", EncodingBuiltins::isBase64);
        table.unary("base64url.encode", a -> text(Base64.getUrlEncoder().encodeToString(bytes(a, 1))));
        table.unary(
                "base64url.encode_no_pad",
                a -> text(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(a, 1))));
        table.unary("base64url.decode", a -> RegoString.of(utf8(Base64Text.decodeUrl(Operands.string(a, 1)))));
        table.unary("hex.encode", a -> text(HEX.formatHex(bytes(a, 1))));
        table.unary("hex.decode", EncodingBuiltins::unhex);
        table.unary("urlquery.encode", a -> text(escape(Operands.string(a, 1))));
        table.unary("urlquery.decode", a -> text(unescape(Operands.string(a, 1), true)));
        table.unary("urlquery.encode_object", EncodingBuiltins::encodeObject);
        table.unary("urlquery.decode_object", EncodingBuiltins::decodeObject);
    }

    private static RegoString text(String s) {
        return RegoString.of(s);
    }

    static byte[] bytes(RegoValue v, int position) {
        return Operands.string(v, position).getBytes(StandardCharsets.UTF_8);
    }

    /** Text of bytes; each byte that belongs to no character becomes U+FFFD, as in Go. */
    static String utf8(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            int first = bytes[i] & 0xFF;
            int size = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
            int c = size == 1 ? first : size == 0 ? -1 : first & (0xFF >> (size + 1));
            for (int k = 1; k < size && c >= 0; k++) {
                boolean follows = i + k < bytes.length && (bytes[i + k] & 0xC0) == 0x80;
                c = follows ? c << 6 | (bytes[i + k] & 0x3F) : -1;
            }
            int least = size == 3 ? 0x800 : size == 4 ? 0x10000 : 0;
            if (c < least || c > Character.MAX_CODE_POINT || (c >= 0xD800 && c < 0xE000)) {
                out.append('\uFFFD');
                i++;
            } else {
                out.appendCodePoint(c);
                i += size;
            }
        }
        return out.toString();
    }

    private static RegoValue isBase64(RegoValue a) {
        if (!(a instanceof RegoString text)) {
            return RegoBoolean.FALSE;
        }
        try {
            Base64Text.decode(text.value());
            return RegoBoolean.TRUE;
        } catch (BuiltinException e) {
            return RegoBoolean.FALSE;
        }
    }

    private static RegoValue unhex(RegoValue a) {
        Operands.string(a, 1)
                .codePoints()
                .filter(c -> !HexFormat.isHexDigit(c))
                .findFirst()
                .ifPresent(c -> {
                    String code = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
                    throw failed("encoding/hex: invalid byte: U+" + "0".repeat(Math.max(0, 4 - code.length())) + code
                            + " '" + Character.toString(c) + "'");
                });
        try {
            return text(utf8(HEX.parseHex(Operands.string(a, 1))));
        } catch (IllegalArgumentException e) {
            throw failed("encoding/hex: " + e.getMessage());
        }
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                out.append((char) b);
            } else if (b == ' ') {
                out.append('+');
            } else {
                out.append('%').append(HEX.withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    /** A URL's path as Go writes it. */
    static String escapePath(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b) || "$&+,/:;=@".indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    static String unescape(String text, boolean plusIsSpace) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                if (i + 2 >= bytes.length
                        || !HexFormat.isHexDigit(bytes[i + 1])
                        || !HexFormat.isHexDigit(bytes[i + 2])) {
                    throw failed("invalid URL escape "
                            + RegoString.of(
                                    new String(bytes, i, Math.min(3, bytes.length - i), StandardCharsets.UTF_8)));
                }
                out.write(HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else {
                out.write(plusIsSpace && bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return utf8(out.toByteArray());
    }

    private static RegoValue encodeObject(RegoValue a) {
        if (!(a instanceof RegoObject object)) {
            throw operand(1, a, RegoType.OBJECT);
        }
        Map<RegoString, List<String>> query = new TreeMap<>();
        for (int i = 0; i < object.size(); i++) {
            RegoValue key = object.keyAt(i);
            RegoString name = key instanceof RegoString s ? s : RegoString.of(RegoJson.write(key));
            query.put(name, values(object.valueAt(i)));
        }
        List<String> pairs = new ArrayList<>();
        query.forEach((name, values) -> values.forEach(v -> pairs.add(escape(name.value()) + "=" + escape(v))));
        return text(String.join("&", pairs));
    }

    private static List<String> values(RegoValue v) {
        try {
            return v instanceof RegoString s ? List.of(s.value()) : Operands.strings(v, 1);
        } catch (BuiltinException e) {
            throw operand(1, "values must be string, array[string], or set[string]");
        }
    }

    private static RegoValue decodeObject(RegoValue a) {
        Map<String, List<String>> query = new TreeMap<>();
        for (String pair : Operands.string(a, 1).split("&", -1)) {
            if (pair.contains(";")) {
                throw failed("invalid semicolon separator in query");
            }
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = unescape(equals < 0 ? pair : pair.substring(0, equals), true);
                String value = equals < 0 ? "" : unescape(pair.substring(equals + 1), true);
                query.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        RegoObject.Builder object = RegoObject.builder();
        query.forEach((name, values) -> object.put(name, Operands.arrayOfStrings(values)));
        return object.build();
    }
}
