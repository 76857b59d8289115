package org.wayleave.policy.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.ui.control.Highlighter;
import org.wayleave.ui.control.Highlighter.Kind;

class RegoHighlighterTest {

    private final Highlighter highlighter = new RegoHighlighter();

    @Test
    void keywordsRootsCallsStringsNumbersAndCommentsAreTold() {
        assertEquals(
                List.of("not:KEYWORD", "count:BUILTIN", "input:TYPE", ">=:OPERATOR", "10:NUMBER", "# full:COMMENT"),
                pieces("not count(input.person.flags) >= 10 # full"));
        assertEquals(List.of(":=:OPERATOR", "\"a # \\\" b\":STRING"), pieces("reason := \"a # \\\" b\""));
    }

    @Test
    void aNameThatContainsAKeywordIsNoKeyword() {
        assertEquals(List.of(), pieces("notable.in_store"));
    }

    @Test
    void aRawStringRunsOverLines() {
        Highlighter.Line first = highlighter.highlight("x := `one", 0);
        Highlighter.Line second = highlighter.highlight("if two", first.stateAfter());
        Highlighter.Line third = highlighter.highlight("three` if", second.stateAfter());
        assertEquals(List.of(new Highlighter.Span(0, 6, Kind.STRING)), second.spans());
        assertEquals(
                List.of(new Highlighter.Span(0, 6, Kind.STRING), new Highlighter.Span(7, 9, Kind.KEYWORD)),
                third.spans());
        assertEquals(0, third.stateAfter());
    }

    @Test
    void anUnfinishedStringEndsWithItsLine() {
        assertEquals(List.of("\"open if:STRING"), pieces("\"open if"));
        assertEquals(0, highlighter.highlight("\"open if", 0).stateAfter());
    }

    private List<String> pieces(String line) {
        return highlighter.highlight(line, 0).spans().stream()
                .map(span -> line.substring(span.start(), span.end()) + ":" + span.kind())
                .toList();
    }
}
