package org.wayleave.journey.imports.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.imports.source.JsonSource.Kind;

/** Reads JSON from somebody else: numbers are kept as they are written, a name twice in one object is an error. */
public final class JsonFile {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(SourceLimits.DEPTH)
                    .maxStringLength(SourceLimits.CHARACTERS)
                    .maxNameLength(SourceLimits.NAME)
                    .maxNumberLength(64)
                    .maxDocumentLength(SourceLimits.CHARACTERS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private int parts;

    private JsonFile() {}

    /**
     * Reads a file.
     *
     * @throws JourneyFormatException when it is not JSON, or larger or deeper than it may be
     */
    public static JsonSource read(String text) {
        if (text.length() > SourceLimits.CHARACTERS) {
            throw new JourneyFormatException(
                    "", "the file is longer than " + SourceLimits.CHARACTERS / (1024 * 1024) + " MiB");
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            JsonSource root = new JsonFile().value(parser, null, "", 0);
            if (parser.nextToken() != null) {
                throw new JourneyFormatException("", "the file goes on after its end");
            }
            return root;
        } catch (JsonProcessingException broken) {
            String where = broken.getLocation() == null
                    ? ""
                    : " (line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ")";
            throw new JourneyFormatException(
                    "", "the file is not JSON: " + firstLine(broken.getOriginalMessage()) + where);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private JsonSource value(JsonParser parser, @Nullable JsonSource parent, String key, int index) throws IOException {
        if (++parts > SourceLimits.PARTS) {
            throw new JourneyFormatException("", "the file holds more than " + SourceLimits.PARTS + " values");
        }
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JourneyFormatException("", "the file ends before its content does");
        }
        Kind kind = switch (token) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.LIST;
            case VALUE_STRING -> Kind.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.TRUTH;
            default -> Kind.NULL;
        };
        boolean container = kind == Kind.OBJECT || kind == Kind.LIST;
        JsonSource value = new JsonSource(kind, container ? "" : parser.getText(), parent, key, index, parts);
        if (kind == Kind.OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                value.add(value(parser, value, name, 0));
            }
        } else if (kind == Kind.LIST) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                value.add(value(parser, value, "", i));
            }
        }
        return value;
    }
}
