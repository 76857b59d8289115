package org.wayleave.engine.builtin.yaml;

/**
 * A piece of YAML (YAML 1.1, chapter 4).
 *
 * @param kind what it is
 * @param text a scalar's or anchor's text, a tag's or directive's handle, a version's number
 * @param suffix a tag's suffix or a directive's prefix
 * @param plain whether a scalar stands without quotes and not as a block
 * @param line where it starts, from 0
 */
record YamlToken(Kind kind, String text, String suffix, boolean plain, int line) {
    enum Kind {
        END,
        VERSION,
        TAG_DIRECTIVE,
        DOCUMENT_START,
        DOCUMENT_END,
        BLOCK_SEQUENCE,
        BLOCK_MAPPING,
        BLOCK_END,
        FLOW_SEQUENCE,
        FLOW_SEQUENCE_END,
        FLOW_MAPPING,
        FLOW_MAPPING_END,
        ENTRY,
        COMMA,
        KEY,
        VALUE,
        ALIAS,
        ANCHOR,
        TAG,
        SCALAR
    }

    static YamlToken of(Kind kind, int line) {
        return new YamlToken(kind, "", "", false, line);
    }
}
