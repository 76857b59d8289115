package org.wayleave.engine.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Values from JSON and back, without a tree in between. Numbers keep their text. Reading refuses more than
 * {@link #MAX_DEPTH} levels and more than {@link #MAX_LENGTH} characters or bytes, so a hostile file costs no stack and
 * a bounded heap.
 */
public final class RegoJson {
    /** The deepest nesting that is read. */
    public static final int MAX_DEPTH = 1_000;

    /** The longest text that is read, in characters or bytes: 64 MiB. */
    public static final int MAX_LENGTH = 64 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_LENGTH)
                    .maxStringLength(MAX_LENGTH)
                    .maxNumberLength(20_000)
                    .maxNameLength(1 << 20)
                    .build())
            .build();

    private RegoJson() {}

    /**
     * The value of one JSON document.
     *
     * @param json the document
     * @return its value
     * @throws RegoJsonException when it is no JSON, or beyond the limits
     */
    public static RegoValue parse(String json) {
        return parse(json, null);
    }

    static RegoValue parse(String json, @Nullable DocumentReader sharing) {
        if (json.length() > MAX_LENGTH) {
            throw new RegoJsonException(
                    "The JSON has " + json.length() + " characters; at most " + MAX_LENGTH + " are read.");
        }
        return read(() -> FACTORY.createParser(json), sharing);
    }

    /**
     * The value of one JSON document in UTF-8; see {@link #parse(String)}.
     *
     * @param json the document
     * @return its value
     * @throws RegoJsonException when it is none, or beyond the limits
     */
    public static RegoValue parse(byte[] json) {
        if (json.length > MAX_LENGTH) {
            throw new RegoJsonException("The JSON has " + json.length + " bytes; at most " + MAX_LENGTH + " are read.");
        }
        return read(() -> FACTORY.createParser(json), null);
    }

    /**
     * The value of one JSON document; see {@link #parse(String)}.
     *
     * @param json the document; the reader is closed
     * @return its value
     * @throws RegoJsonException when it is none or beyond the limits, or cannot be read
     */
    public static RegoValue parse(Reader json) {
        return read(() -> FACTORY.createParser(json), null);
    }

    private interface Source {
        JsonParser open() throws IOException;
    }

    private static RegoValue read(Source source, @Nullable DocumentReader sharing) {
        try (JsonParser parser = source.open()) {
            if (parser.nextToken() == null) {
                throw new RegoJsonException("There is no JSON: the text is empty.");
            }
            RegoValue value = value(parser, sharing);
            if (parser.nextToken() != null) {
                throw new RegoJsonException(
                        "There is more text after the JSON document" + place(parser.currentTokenLocation()) + ".");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw failure(e);
        } catch (NumberFormatException e) {
            RegoJsonException wrapped = new RegoJsonException("A number in the JSON cannot be read: " + e.getMessage());
            wrapped.initCause(e);
            throw wrapped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RegoJsonException failure(JsonProcessingException e) {
        RegoJsonException wrapped =
                new RegoJsonException("This is no valid JSON" + place(e.getLocation()) + ": " + e.getOriginalMessage());
        wrapped.initCause(e);
        return wrapped;
    }

    private static String place(com.fasterxml.jackson.core.JsonLocation at) {
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    /** Recursion is bounded by {@link #MAX_DEPTH}. */
    private static RegoValue value(JsonParser parser, @Nullable DocumentReader sharing) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                RegoObject.Builder object = RegoObject.builder();
                String name;
                while ((name = parser.nextFieldName()) != null) {
                    parser.nextToken();
                    object.put(string(name, sharing), value(parser, sharing));
                }
                RegoObject built = object.build();
                yield sharing == null ? built : sharing.object(built);
            }
            case START_ARRAY -> {
                RegoArray array = RegoArray.open(8);
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.adding(value(parser, sharing));
                }
                array.seal();
                yield array;
            }
            case VALUE_STRING -> string(parser.getText(), sharing);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> RegoNumber.parse(parser.getText());
            case VALUE_TRUE -> RegoBoolean.TRUE;
            case VALUE_FALSE -> RegoBoolean.FALSE;
            case VALUE_NULL -> RegoNull.NULL;
            default -> throw new RegoJsonException("Unexpected " + parser.currentToken() + ".");
        };
    }

    private static RegoString string(String text, @Nullable DocumentReader sharing) {
        String clean = scalar(text);
        return sharing == null ? RegoString.of(clean) : sharing.string(clean);
    }

    /** A lone surrogate has no UTF-8 form; it reads as U+FFFD, as in Go. */
    static String scalar(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return replaceLone(text);
                }
            }
        }
        return text;
    }

    private static String replaceLone(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c < 0xE000 ? 0xFFFD : c));
        return out.toString();
    }

    /**
     * Compact JSON: sets become arrays in Rego's order, keys that are no strings become their own JSON text.
     *
     * @param value the value
     * @return its JSON
     */
    public static String write(RegoValue value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    /**
     * Appends what {@link #write(RegoValue)} gives.
     *
     * @param out takes the text
     * @param value the value
     */
    public static void write(StringBuilder out, RegoValue value) {
        switch (value) {
            case RegoArray array -> {
                out.append('[');
                for (int i = 0; i < array.size(); i++) {
                    write(i == 0 ? out : out.append(','), array.get(i));
                }
                out.append(']');
            }
            case RegoSet set -> {
                out.append('[');
                for (int i = 0; i < set.size(); i++) {
                    write(i == 0 ? out : out.append(','), set.at(i));
                }
                out.append(']');
            }
            case RegoObject object -> {
                out.append('{');
                for (int i = 0; i < object.size(); i++) {
                    RegoValue key = object.keyAt(i);
                    quote(i == 0 ? out : out.append(','), key instanceof RegoString s ? s.value() : write(key));
                    write(out.append(':'), object.valueAt(i));
                }
                out.append('}');
            }
            case RegoString string -> quote(out, string.value());
            case RegoNumber number -> out.append(number);
            case RegoBoolean b -> out.append(b);
            case RegoNull n -> out.append(n);
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < 0x20) {
                        out.append(c < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
