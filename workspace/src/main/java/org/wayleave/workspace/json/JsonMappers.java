package org.wayleave.workspace.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Makes object mappers that are safe to point at a file from somebody else: sizes, depths and numbers are limited, duplicate
 * names and trailing text are errors, and no type names are read from the input.
 */
public final class JsonMappers {

    /** Deepest nesting read, in levels. */
    public static final int DEEPEST = 400;

    /** Longest document read, in characters. */
    public static final long LONGEST_DOCUMENT = 16L * 1024 * 1024;

    private JsonMappers() {}

    /** A mapper for documents of at most {@link #LONGEST_DOCUMENT} characters. */
    public static ObjectMapper hardened() {
        return hardened(LONGEST_DOCUMENT);
    }

    /** A mapper for input of at most the given number of characters. */
    public static ObjectMapper hardened(long longestDocument) {
        return JsonMapper.builder(factory(longestDocument))
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    static JsonFactory factory(long longestDocument) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(longestDocument)
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(400)
                        .maxStringLength((int) Math.min(Integer.MAX_VALUE, longestDocument))
                        .maxNameLength(5_000)
                        .build())
                .streamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }
}
