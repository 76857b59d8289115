package org.wayleave.engine.builtin.yaml;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;

/**
 * Cuts a YAML text into tokens. A key without a question mark shows only at its colon, so where one may have begun is
 * kept in mind until it cannot be one any more (YAML 1.1, sections 4.2 and 9.1).
 */
final class YamlScanner {
    private static final int LONGEST_KEY = 1_024;
    private static final int MAX_DEPTH = 10_000;
    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
    private static final String AFTER_ANCHOR = "?:,]}%@`";
    private static final String URI = ";/?:@&=+$,.!~*'()[]%";

    private final YamlText text;
    private final ScalarScanner scalars;
    private final List<YamlToken> tokens = new ArrayList<>();
    private final Deque<Integer> indents = new ArrayDeque<>();
    private final List<@Nullable KeyStart> keys = new ArrayList<>();
    private int indent = -1;
    private boolean keyAllowed = true;

    /** Where a key may have begun: before which token, and where in the text. */
    private record KeyStart(int token, int index, int line, int column, boolean required) {}

    private YamlScanner(YamlText text) {
        this.text = text;
        this.scalars = new ScalarScanner(text);
        keys.add(null);
    }

    /**
     * The tokens of a text; the last is {@link YamlToken.Kind#END}.
     *
     * @throws BuiltinException when it is no YAML
     */
    static List<YamlToken> tokens(String text) {
        YamlScanner scanner = new YamlScanner(new YamlText(text));
        scanner.skipToToken();
        while (!scanner.text.isEnd()) {
            scanner.unroll(scanner.text.column());
            scanner.token();
            scanner.skipToToken();
        }
        scanner.unroll(-1);
        scanner.dropKey();
        scanner.add(YamlToken.Kind.END);
        return scanner.tokens;
    }

    private boolean inFlow() {
        return keys.size() > 1;
    }

    private void skipToToken() {
        while (true) {
            while (text.peek() == ' ' || (text.peek() == '\t' && (inFlow() || !keyAllowed))) {
                text.skip();
            }
            if (text.peek() == '#') {
                text.skipComment();
            }
            if (!text.isBreak()) {
                return;
            }
            text.takeBreak();
            keyAllowed |= !inFlow();
        }
    }

    private void add(YamlToken.Kind kind) {
        tokens.add(YamlToken.of(kind, text.line()));
    }

    private void addAndSkip(YamlToken.Kind kind, int length) {
        add(kind);
        text.skip(length);
    }

    private void token() {
        int c = text.peek();
        if (text.column() == 0 && c == '%') {
            directive();
        } else if (text.isDocumentMark()) {
            unroll(-1);
            dropKey();
            keyAllowed = false;
            addAndSkip(c == '-' ? YamlToken.Kind.DOCUMENT_START : YamlToken.Kind.DOCUMENT_END, 3);
        } else if (c == '[' || c == '{') {
            saveKey();
            if (keys.size() > MAX_DEPTH) {
                throw text.error("exceeded max depth of " + MAX_DEPTH);
            }
            keys.add(null);
            keyAllowed = true;
            addAndSkip(c == '[' ? YamlToken.Kind.FLOW_SEQUENCE : YamlToken.Kind.FLOW_MAPPING, 1);
        } else if (c == ']' || c == '}') {
            dropKey();
            if (inFlow()) {
                keys.removeLast();
            }
            keyAllowed = false;
            addAndSkip(c == ']' ? YamlToken.Kind.FLOW_SEQUENCE_END : YamlToken.Kind.FLOW_MAPPING_END, 1);
        } else if (c == ',') {
            dropKey();
            keyAllowed = true;
            addAndSkip(YamlToken.Kind.COMMA, 1);
        } else if (c == '-' && text.isSpaceOrEnd(1)) {
            begin("block sequence entries", YamlToken.Kind.BLOCK_SEQUENCE);
            dropKey();
            keyAllowed = true;
            addAndSkip(YamlToken.Kind.ENTRY, 1);
        } else if (c == '?' && (inFlow() || text.isSpaceOrEnd(1))) {
            begin("mapping keys", YamlToken.Kind.BLOCK_MAPPING);
            dropKey();
            keyAllowed = !inFlow();
            addAndSkip(YamlToken.Kind.KEY, 1);
        } else if (c == ':' && (inFlow() || text.isSpaceOrEnd(1))) {
            value();
        } else {
            content(c);
        }
    }

    private void content(int c) {
        int line = text.line();
        if ((c == '|' || c == '>') && !inFlow()) {
            dropKey();
            keyAllowed = true;
            tokens.add(new YamlToken(YamlToken.Kind.SCALAR, scalars.block(indent), "", false, line));
            return;
        }
        if (!startsContent(c)) {
            throw text.error("found character that cannot start any token");
        }
        saveKey();
        keyAllowed = false;
        switch (c) {
            case '*', '&' -> tokens.add(anchor());
            case '!' -> tokens.add(tag());
            case '\'', '"' -> tokens.add(new YamlToken(YamlToken.Kind.SCALAR, scalars.quoted(), "", false, line));
            default -> {
                ScalarScanner.Plain plain = scalars.plain(indent, inFlow());
                keyAllowed = plain.endsLine();
                tokens.add(new YamlToken(YamlToken.Kind.SCALAR, plain.text(), "", true, line));
            }
        }
    }

    private boolean startsContent(int c) {
        return "*&!'\"".indexOf(c) >= 0
                || !(text.isSpaceOrEnd(0) || INDICATORS.indexOf(c) >= 0)
                || (c == '-' && text.peek(1) != ' ' && text.peek(1) != '\t')
                || (!inFlow() && (c == '?' || c == ':') && !text.isSpaceOrEnd(1));
    }

    /** Opens a block at this column where none is open. */
    private void begin(String what, YamlToken.Kind kind) {
        if (inFlow()) {
            return;
        }
        if (!keyAllowed) {
            throw text.error(what + " are not allowed in this context");
        }
        roll(text.column(), tokens.size(), kind, text.line());
    }

    private void roll(int column, int place, YamlToken.Kind kind, int line) {
        if (!inFlow() && indent < column) {
            if (indents.size() >= MAX_DEPTH) {
                throw text.error("exceeded max depth of " + MAX_DEPTH);
            }
            indents.push(indent);
            indent = column;
            tokens.add(place, YamlToken.of(kind, line));
        }
    }

    private void unroll(int column) {
        while (!inFlow() && indent > column) {
            add(YamlToken.Kind.BLOCK_END);
            indent = indents.pop();
        }
    }

    private void saveKey() {
        if (keyAllowed) {
            dropKey();
            boolean required = !inFlow() && indent == text.column();
            keys.set(keys.size() - 1, new KeyStart(tokens.size(), text.index(), text.line(), text.column(), required));
        }
    }

    private void dropKey() {
        KeyStart key = keys.set(keys.size() - 1, null);
        if (key != null && key.required()) {
            throw text.error("could not find expected ':'");
        }
    }

    /** The value of a key: one that began on this line, or one with a question mark, or none. */
    private void value() {
        KeyStart key = keys.getLast();
        boolean stale = key != null && (key.line() < text.line() || key.index() + LONGEST_KEY < text.index());
        if (key != null && stale && key.required()) {
            throw text.error("could not find expected ':'");
        }
        if (key != null && !stale) {
            tokens.add(key.token(), YamlToken.of(YamlToken.Kind.KEY, key.line()));
            roll(key.column(), key.token(), YamlToken.Kind.BLOCK_MAPPING, key.line());
            keyAllowed = false;
        } else {
            begin("mapping values", YamlToken.Kind.BLOCK_MAPPING);
            keyAllowed = !inFlow();
        }
        keys.set(keys.size() - 1, null);
        addAndSkip(YamlToken.Kind.VALUE, 1);
    }

    private static boolean isWord(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    }

    private String word() {
        StringBuilder out = new StringBuilder();
        while (isWord(text.peek())) {
            out.appendCodePoint(text.take());
        }
        return out.toString();
    }

    private YamlToken anchor() {
        int line = text.line();
        YamlToken.Kind kind = text.take() == '*' ? YamlToken.Kind.ALIAS : YamlToken.Kind.ANCHOR;
        String name = word();
        if (name.isEmpty() || !(text.isSpaceOrEnd(0) || AFTER_ANCHOR.indexOf(text.peek()) >= 0)) {
            throw text.error("did not find expected alphabetic or numeric character");
        }
        return new YamlToken(kind, name, "", false, line);
    }

    private YamlToken tag() {
        int line = text.line();
        String handle;
        String suffix;
        if (text.peek(1) == '<') {
            text.skip(2);
            handle = "";
            suffix = uri("");
            if (text.peek() != '>') {
                throw text.error("did not find the expected '>'");
            }
            text.skip();
        } else {
            handle = handle(false);
            if (handle.length() > 1 && handle.endsWith("!")) {
                suffix = uri("");
            } else {
                suffix = uri(handle);
                boolean alone = suffix.isEmpty();
                handle = alone ? "" : "!";
                suffix = alone ? "!" : suffix;
            }
        }
        if (!text.isSpaceOrEnd(0)) {
            throw text.error("did not find expected whitespace or line break");
        }
        return new YamlToken(YamlToken.Kind.TAG, handle, suffix, false, line);
    }

    private String handle(boolean directive) {
        if (text.peek() != '!') {
            throw text.error("did not find expected '!'");
        }
        text.skip();
        String handle = "!" + word();
        if (text.peek() == '!') {
            text.skip();
            return handle + "!";
        }
        if (directive && handle.length() > 1) {
            throw text.error("did not find expected '!'");
        }
        return handle;
    }

    /** The rest of a tag of which the start is read already as a handle. */
    private String uri(String head) {
        StringBuilder out = new StringBuilder(head.isEmpty() ? "" : head.substring(1));
        boolean any = !head.isEmpty();
        while (isWord(text.peek()) || (text.peek() != 0 && URI.indexOf(text.peek()) >= 0)) {
            if (text.peek() == '%') {
                out.append(escapes());
            } else {
                out.appendCodePoint(text.take());
            }
            any = true;
        }
        if (!any) {
            throw text.error("did not find expected tag URI");
        }
        return out.toString();
    }

    private String escapes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (text.peek() == '%') {
            int high = text.peek(1) < 0x80 ? Character.digit(text.peek(1), 16) : -1;
            int low = text.peek(2) < 0x80 ? Character.digit(text.peek(2), 16) : -1;
            if (high < 0 || low < 0) {
                throw text.error("did not find URI escaped octet");
            }
            bytes.write(high * 16 + low);
            text.skip(3);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw text.error("found an incorrect leading UTF-8 octet");
        }
    }

    private void directive() {
        unroll(-1);
        dropKey();
        keyAllowed = false;
        int line = text.line();
        text.skip();
        String name = word();
        if (name.isEmpty() || !text.isSpaceOrEnd(0)) {
            throw text.error("could not find expected directive name");
        }
        text.skipBlanks();
        switch (name) {
            case "YAML" -> {
                String major = digits();
                if (text.peek() != '.') {
                    throw text.error("did not find expected digit or '.' character");
                }
                text.skip();
                tokens.add(new YamlToken(YamlToken.Kind.VERSION, major + "." + digits(), "", false, line));
            }
            case "TAG" -> {
                String handle = handle(true);
                if (!text.isBlank()) {
                    throw text.error("did not find expected whitespace");
                }
                text.skipBlanks();
                String prefix = uri("");
                if (!text.isSpaceOrEnd(0)) {
                    throw text.error("did not find expected whitespace or line break");
                }
                tokens.add(new YamlToken(YamlToken.Kind.TAG_DIRECTIVE, handle, prefix, false, line));
            }
            default -> throw text.error("found unknown directive name");
        }
        text.endLine("while scanning a directive");
    }

    private String digits() {
        StringBuilder out = new StringBuilder();
        while (text.peek() >= '0' && text.peek() <= '9') {
            out.append((char) text.take());
        }
        if (out.isEmpty() || out.length() > 2) {
            throw text.error("did not find expected version number");
        }
        return out.toString().replaceFirst("^0(?=.)", "");
    }
}
