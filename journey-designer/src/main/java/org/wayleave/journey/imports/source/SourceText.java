package org.wayleave.journey.imports.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wayleave.journey.exchange.JourneyFormatException;

/** Turns the bytes of a file into text: by its byte order mark, by the encoding that an XML declaration names, else as UTF-8. */
public final class SourceText {

    private static final int HEAD = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Map<String, Charset> KNOWN = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "us-ascii", StandardCharsets.UTF_8,
            "ascii", StandardCharsets.UTF_8,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "utf-16", StandardCharsets.UTF_16,
            "utf-16be", StandardCharsets.UTF_16BE,
            "utf-16le", StandardCharsets.UTF_16LE,
            "windows-1252", Charset.forName("windows-1252"));

    private SourceText() {}

    /**
     * The text of a file.
     *
     * @throws JourneyFormatException when the file is too long or not in the encoding that it is said to be in
     */
    public static String decode(byte[] bytes) {
        if (bytes.length > 4L * SourceLimits.CHARACTERS) {
            throw new JourneyFormatException(
                    "", "the file is longer than " + SourceLimits.CHARACTERS / (1024 * 1024) + " MiB");
        }
        Charset charset = charset(bytes);
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw new JourneyFormatException("", "the file is not " + charset.name() + " text; save it as UTF-8");
        }
    }

    private static Charset charset(byte[] bytes) {
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0x00, 0x3C)) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0x3C, 0x00)) {
            return StandardCharsets.UTF_16LE;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        Charset named = KNOWN.get(declared.group(1).toLowerCase(Locale.ROOT));
        if (named == null) {
            throw new JourneyFormatException(
                    "",
                    "the file is in the encoding “" + declared.group(1)
                            + "”, which is not read here; save it as UTF-8");
        }
        // A declaration that can be read byte by byte is not UTF-16, whatever it says.
        return named.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : named;
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
