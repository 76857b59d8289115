package org.wayleave.engine.builtin.x509;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.Base64Text;
import org.wayleave.engine.builtin.BuiltinException;

/**
 * One block of a PEM text (RFC 7468 with the headers of RFC 1421): what Go's {@code encoding/pem} takes for one.
 *
 * @param type what stands after BEGIN
 * @param bytes the decoded body
 * @param rest the text after the block
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PemBlock(String type, byte[] bytes, String rest) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "\n-----END ";
    private static final String DASHES = "-----";

    /** The first block of a text, null when there is none; what cannot be a block is skipped. */
    public static @Nullable PemBlock first(String text) {
        int from = 0;
        while (true) {
            int end = text.indexOf(END, from);
            if (end < 0) {
                return null;
            }
            int begin = text.lastIndexOf(BEGIN, end);
            PemBlock block = begin < from || (begin > 0 && text.charAt(begin - 1) != '\n')
                    ? null
                    : between(text, begin + BEGIN.length(), end);
            if (block != null) {
                return block;
            }
            from = end + END.length();
        }
    }

    /** All blocks of a text. */
    public static List<PemBlock> all(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        for (PemBlock block = first(text); block != null; block = first(block.rest())) {
            blocks.add(block);
        }
        return blocks;
    }

    private static @Nullable PemBlock between(String text, int afterBegin, int end) {
        Line first = Line.at(text, afterBegin);
        if (!first.text().endsWith(DASHES)) {
            return null;
        }
        String type = first.text().substring(0, first.text().length() - DASHES.length());
        int body = first.next();
        while (body < text.length()) {
            Line line = Line.at(text, body);
            if (line.text().indexOf(':') < 0) {
                break;
            }
            body = line.next();
        }
        int afterEnd = end + END.length();
        String closing = type + DASHES;
        if (!text.startsWith(closing, afterEnd)) {
            return null;
        }
        Line last = Line.at(text, afterEnd + closing.length());
        if (!last.text().isEmpty() || body > end + 1) {
            return null;
        }
        try {
            String base64 = body >= end
                    ? ""
                    : text.substring(body, end).replace(" ", "").replace("\t", "");
            return new PemBlock(type, Base64Text.decode(base64), text.substring(last.next()));
        } catch (BuiltinException e) {
            return null; // no base64, so no block: as in Go, what follows may be one
        }
    }

    /** A line without trailing blanks, and where the next one starts. */
    private record Line(String text, int next) {
        static Line at(String text, int from) {
            int newline = text.indexOf('\n', from);
            int next = newline < 0 ? text.length() : newline + 1;
            int to = newline < 0 ? text.length() : newline;
            if (newline > from && text.charAt(newline - 1) == '\r') {
                to--;
            }
            while (to > from && (text.charAt(to - 1) == ' ' || text.charAt(to - 1) == '\t')) {
                to--;
            }
            return new Line(text.substring(from, to), next);
        }
    }
}
