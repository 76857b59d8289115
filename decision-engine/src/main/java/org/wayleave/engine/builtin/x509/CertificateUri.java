package org.wayleave.engine.builtin.x509;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * A URI among a certificate's names, in the parts of Go's {@code net/url}.
 *
 * @param host the authority without user information, with the port
 */
record CertificateUri(
        String scheme,
        String opaque,
        boolean hasUser,
        String host,
        boolean omitsHost,
        String path,
        boolean asksForNothing,
        String query,
        String fragment,
        String text) {

    /** RFC 3986, appendix B, which matches every text; linear, since each class stops where the next starts. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(//[^/?#]*)?([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    static CertificateUri parse(String text) {
        Matcher m = PARTS.matcher(text);
        if (!m.matches() || text.chars().anyMatch(c -> c < ' ' || c == 0x7F) || text.startsWith(":")) {
            throw failed("x509: cannot parse URI " + RegoString.of(text));
        }
        String scheme = m.group(1) == null ? "" : m.group(1).toLowerCase(Locale.ROOT);
        String authority = m.group(2) == null ? "" : m.group(2).substring(2);
        String path = m.group(3);
        String query = m.group(4) == null ? "" : m.group(4).substring(1);
        String fragment = m.group(5) == null ? "" : m.group(5).substring(1);
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1);
        boolean isOpaque = !scheme.isEmpty() && m.group(2) == null && !path.startsWith("/") && !path.isEmpty();
        if (BROKEN_ESCAPE.matcher(path + fragment).find() || (!host.isEmpty() && !Domains.isValid(host, false))) {
            throw failed("x509: cannot parse URI " + RegoString.of(text) + ": invalid domain or escape");
        }
        return new CertificateUri(
                scheme,
                isOpaque ? path : "",
                at >= 0,
                host,
                !scheme.isEmpty() && m.group(2) == null && path.startsWith("/"),
                isOpaque ? "" : path,
                query.isEmpty() && m.group(4) != null,
                query,
                fragment,
                scheme + text.substring(scheme.length()));
    }

    RegoValue printed() {
        return RegoObject.builder()
                .put("Scheme", RegoString.of(scheme))
                .put("Opaque", RegoString.of(opaque))
                .put("User", hasUser ? RegoObject.EMPTY : RegoNull.NULL)
                .put("Host", RegoString.of(host))
                .put("Path", RegoString.of(unescaped(path)))
                .put("Fragment", RegoString.of(unescaped(fragment)))
                .put("RawQuery", RegoString.of(query))
                .put("RawPath", RegoString.of(escapedByDefault(unescaped(path)).equals(path) ? "" : path))
                .put("RawFragment", RegoString.of(""))
                .put("ForceQuery", RegoBoolean.of(asksForNothing))
                .put("OmitHost", RegoBoolean.of(omitsHost))
                .build();
    }

    private static String unescaped(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A path as Go writes it where nobody says how. */
    private static String escapedByDefault(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-_.~$&+,/:;=@".indexOf(b) >= 0);
            if (plain) {
                out.append((char) b);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }
}
