package org.wayleave.engine.builtin.yaml;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.yaml.YamlToken.Kind;

/** Reads the nodes of a YAML text from its tokens. */
final class YamlParser {
    /** As deep as JSON is read. */
    private static final int MAX_DEPTH = 1_000;

    /** 12 Mi characters. */
    private static final int MAX_LENGTH = 12 << 20;

    private static final String OWN_TAGS = "tag:yaml.org,2002:";
    private static final YamlNode EMPTY = new YamlNode.Scalar("", "", true);
    private static final Set<Kind> DIRECTIVES = EnumSet.of(Kind.VERSION, Kind.TAG_DIRECTIVE);
    private static final Set<Kind> BETWEEN_DOCUMENTS =
            EnumSet.of(Kind.VERSION, Kind.TAG_DIRECTIVE, Kind.DOCUMENT_START, Kind.DOCUMENT_END, Kind.END);
    private static final Set<Kind> ENDS_ENTRY = EnumSet.of(Kind.KEY, Kind.VALUE, Kind.BLOCK_END);

    private final List<YamlToken> tokens;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private int at;
    private int depth;

    private YamlParser(List<YamlToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * The root of the first document, null where there is none; the other documents are read too, so that an error in
     * them shows.
     *
     * @throws BuiltinException when the text is no YAML or beyond the limits
     */
    static @Nullable YamlNode parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw failed("yaml: the text is longer than " + MAX_LENGTH + " characters");
        }
        YamlParser parser = new YamlParser(YamlScanner.tokens(text));
        YamlNode first = null;
        for (int documents = 0; parser.startsDocument(documents == 0); documents++) {
            YamlNode root = parser.document();
            first = documents == 0 ? root : first;
        }
        return first;
    }

    private YamlToken peek() {
        return tokens.get(at);
    }

    private boolean is(Kind kind) {
        return peek().kind() == kind;
    }

    private boolean skip(Kind kind) {
        boolean here = is(kind);
        at += here ? 1 : 0;
        return here;
    }

    private BuiltinException error(String problem) {
        return failed("yaml: line " + (peek().line() + 1) + ": " + problem);
    }

    /** Reads what stands in front of a document; false at the end of the text. Only the first one may lack its mark. */
    private boolean startsDocument(boolean first) {
        anchors.clear();
        prefixes.clear();
        while (!first && is(Kind.DOCUMENT_END)) {
            at++;
        }
        boolean marked = DIRECTIVES.contains(peek().kind()) || is(Kind.DOCUMENT_START);
        if (is(Kind.END)) {
            return false;
        }
        if (marked || !first) {
            directives();
            if (!skip(Kind.DOCUMENT_START)) {
                throw error("did not find expected <document start>");
            }
        }
        prefixes.putIfAbsent("!", "!");
        prefixes.putIfAbsent("!!", OWN_TAGS);
        return true;
    }

    private void directives() {
        boolean version = false;
        while (DIRECTIVES.contains(peek().kind())) {
            if (is(Kind.VERSION)) {
                if (version || !peek().text().equals("1.1")) {
                    throw error(version ? "found duplicate %YAML directive" : "found incompatible YAML document");
                }
                version = true;
            } else if (prefixes.put(peek().text(), peek().suffix()) != null) {
                throw error("found duplicate %TAG directive");
            }
            at++;
        }
    }

    private YamlNode document() {
        YamlNode root = BETWEEN_DOCUMENTS.contains(peek().kind()) && at > 0 && follows(Kind.DOCUMENT_START)
                ? EMPTY
                : node(true, false);
        skip(Kind.DOCUMENT_END);
        return root;
    }

    private boolean follows(Kind kind) {
        return tokens.get(at - 1).kind() == kind;
    }

    /**
     * Reads a node.
     *
     * @param block whether it may be a block
     * @param entries whether it may be a sequence that is indented no more than its key
     */
    private YamlNode node(boolean block, boolean entries) {
        if (++depth > MAX_DEPTH) {
            throw failed("yaml: exceeded max depth of " + MAX_DEPTH);
        }
        YamlNode node = is(Kind.ALIAS) ? alias() : properties(block, entries);
        depth--;
        return node;
    }

    private YamlNode alias() {
        String name = tokens.get(at++).text();
        YamlNode target = anchors.get(name);
        if (target == null) {
            throw failed("yaml: unknown anchor '" + name + "' referenced");
        }
        return new YamlNode.Alias(name, target);
    }

    private YamlNode properties(boolean block, boolean entries) {
        String anchor = is(Kind.ANCHOR) ? tokens.get(at++).text() : null;
        String tag = is(Kind.TAG) ? tag() : null;
        if (anchor == null && tag != null && is(Kind.ANCHOR)) {
            anchor = tokens.get(at++).text();
        }
        return content(anchor, tag, block, entries);
    }

    private String tag() {
        YamlToken token = tokens.get(at);
        String prefix = token.text().isEmpty() ? "" : prefixes.get(token.text());
        if (prefix == null) {
            throw error("found undefined tag handle");
        }
        at++;
        String name = prefix + token.suffix();
        return name.startsWith(OWN_TAGS) ? "!!" + name.substring(OWN_TAGS.length()) : name;
    }

    private YamlNode content(@Nullable String anchor, @Nullable String given, boolean block, boolean entries) {
        String tag = given == null ? "" : given;
        switch (peek().kind()) {
            case SCALAR -> {
                YamlToken token = tokens.get(at++);
                return named(anchor, new YamlNode.Scalar(tag, token.text(), token.plain()));
            }
            case ENTRY -> {
                if (entries) {
                    YamlNode.Sequence sequence = new YamlNode.Sequence(tag);
                    named(anchor, sequence);
                    entries(sequence, ENDS_ENTRY);
                    return sequence;
                }
            }
            case FLOW_SEQUENCE -> {
                YamlNode.Sequence sequence = new YamlNode.Sequence(tag);
                named(anchor, sequence);
                flowSequence(sequence);
                return sequence;
            }
            case FLOW_MAPPING -> {
                YamlNode.Mapping mapping = new YamlNode.Mapping(tag);
                named(anchor, mapping);
                flowMapping(mapping);
                return mapping;
            }
            case BLOCK_SEQUENCE -> {
                if (block) {
                    YamlNode.Sequence sequence = new YamlNode.Sequence(tag);
                    named(anchor, sequence);
                    at++;
                    entries(sequence, EnumSet.of(Kind.BLOCK_END));
                    if (!skip(Kind.BLOCK_END)) {
                        throw error("did not find expected '-' indicator");
                    }
                    return sequence;
                }
            }
            case BLOCK_MAPPING -> {
                if (block) {
                    YamlNode.Mapping mapping = new YamlNode.Mapping(tag);
                    named(anchor, mapping);
                    blockMapping(mapping);
                    return mapping;
                }
            }
            default -> {}
        }
        if (anchor == null && given == null) {
            throw error("did not find expected node content");
        }
        return named(anchor, new YamlNode.Scalar(tag, "", true));
    }

    private YamlNode named(@Nullable String anchor, YamlNode node) {
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    /** Entries of a block, up to another kind of token; an entry before one of some kinds is empty. */
    private void entries(YamlNode.Sequence sequence, Set<Kind> ends) {
        while (skip(Kind.ENTRY)) {
            boolean empty = is(Kind.ENTRY) || ends.contains(peek().kind());
            sequence.items().add(empty ? EMPTY : node(true, false));
        }
    }

    private void blockMapping(YamlNode.Mapping mapping) {
        at++;
        while (skip(Kind.KEY)) {
            mapping.keys().add(ENDS_ENTRY.contains(peek().kind()) ? EMPTY : node(true, true));
            boolean empty = !skip(Kind.VALUE) || ENDS_ENTRY.contains(peek().kind());
            mapping.values().add(empty ? EMPTY : node(true, true));
        }
        if (!skip(Kind.BLOCK_END)) {
            throw error("did not find expected key");
        }
    }

    private void flowSequence(YamlNode.Sequence sequence) {
        at++;
        for (boolean first = true; !skip(Kind.FLOW_SEQUENCE_END); first = false) {
            if (!first && !skip(Kind.COMMA)) {
                throw error("did not find expected ',' or ']'");
            }
            if (skip(Kind.KEY)) {
                sequence.items().add(pair());
            } else if (!is(Kind.FLOW_SEQUENCE_END)) {
                sequence.items().add(node(false, false));
            }
        }
    }

    /** A mapping of one key that stands in a sequence without braces. */
    private YamlNode pair() {
        YamlNode.Mapping pair = new YamlNode.Mapping("");
        Set<Kind> ends = EnumSet.of(Kind.COMMA, Kind.FLOW_SEQUENCE_END);
        if (is(Kind.VALUE) || ends.contains(peek().kind())) {
            at++; // OPA's reader passes over what ends the empty key
            pair.keys().add(EMPTY);
        } else {
            pair.keys().add(node(false, false));
        }
        boolean empty = !skip(Kind.VALUE) || ends.contains(peek().kind());
        pair.values().add(empty ? EMPTY : node(false, false));
        return pair;
    }

    private void flowMapping(YamlNode.Mapping mapping) {
        at++;
        Set<Kind> ends = EnumSet.of(Kind.COMMA, Kind.FLOW_MAPPING_END);
        for (boolean first = true; !skip(Kind.FLOW_MAPPING_END); first = false) {
            if (!first && !skip(Kind.COMMA)) {
                throw error("did not find expected ',' or '}'");
            }
            if (skip(Kind.KEY)) {
                boolean noKey = is(Kind.VALUE) || ends.contains(peek().kind());
                mapping.keys().add(noKey ? EMPTY : node(false, false));
                boolean empty = !skip(Kind.VALUE) || ends.contains(peek().kind());
                mapping.values().add(empty ? EMPTY : node(false, false));
            } else if (!is(Kind.FLOW_MAPPING_END)) {
                mapping.keys().add(node(false, false));
                mapping.values().add(EMPTY);
            }
        }
    }
}
