package org.wayleave.ui.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/** Styles paragraphs of the code area by a {@link Highlighter}, the problems and the matches of a search. */
final class LineDecorator implements SyntaxDecorator {
    private Highlighter highlighter = Highlighter.NONE;
    private List<CodeProblem> problems = List.of();
    private String searched = "";
    // State before line i; valid for i < known.
    private int[] states = new int[64];
    private int known = 1;

    void setHighlighter(Highlighter next) {
        highlighter = next;
        known = 1;
    }

    void setProblems(List<CodeProblem> next) {
        problems = List.copyOf(next);
    }

    void setSearched(String text) {
        searched = text.toLowerCase(Locale.ROOT);
    }

    @Override
    public void handleChange(
            CodeTextModel model, TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {
        known = Math.max(1, Math.min(known, start.index() + 1));
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        String line = model.getPlainText(index);
        RichParagraph.Builder builder = RichParagraph.builder();
        Highlighter.Line coloured = highlighter.highlight(line, stateBefore(model, index));
        int at = 0;
        for (Highlighter.Span span : coloured.spans()) {
            int start = Math.clamp(span.start(), at, line.length());
            int end = Math.clamp(span.end(), start, line.length());
            if (start > at) {
                builder.addWithStyleNames(line.substring(at, start), "code-plain");
            }
            if (end > start) {
                builder.addWithStyleNames(
                        line.substring(start, end), "code-" + span.kind().name().toLowerCase(Locale.ROOT));
            }
            at = end;
        }
        if (at < line.length() || line.isEmpty()) {
            builder.addWithStyleNames(line.substring(at), "code-plain");
        }
        markFound(builder, line);
        markProblems(builder, line, index + 1);
        return builder.build();
    }

    private void markFound(RichParagraph.Builder builder, String line) {
        if (searched.isEmpty()) {
            return;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(searched); at >= 0; at = lower.indexOf(searched, at + searched.length())) {
            builder.addHighlight(at, searched.length(), "found");
        }
    }

    private void markProblems(RichParagraph.Builder builder, String line, int number) {
        for (CodeProblem problem : problems) {
            if (problem.line() != number || line.isEmpty()) {
                continue;
            }
            int start = problem.column() < 1 ? firstCharacter(line) : Math.min(problem.column() - 1, line.length() - 1);
            int length = problem.length();
            if (problem.column() < 1) {
                length = line.length() - start;
            } else if (length < 1) {
                length = wordEnd(line, start) - start;
            }
            builder.addWavyUnderline(start, Math.max(1, Math.min(length, line.length() - start)), style(problem));
        }
    }

    private static String style(CodeProblem problem) {
        return switch (problem.tone()) {
            case BAD -> "problem-error";
            case WARNING -> "problem-warning";
            case GOOD, ACCENT, NEUTRAL -> "problem-info";
        };
    }

    private static int firstCharacter(String line) {
        int at = 0;
        while (at < line.length() - 1 && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String line, int start) {
        int at = start;
        while (at < line.length() && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_')) {
            at++;
        }
        return Math.max(at, start + 1);
    }

    private int stateBefore(CodeTextModel model, int index) {
        if (states.length <= index) {
            states = Arrays.copyOf(states, Math.max(index + 1, states.length * 2));
        }
        while (known <= index) {
            states[known] = highlighter
                    .highlight(model.getPlainText(known - 1), states[known - 1])
                    .stateAfter();
            known++;
        }
        return states[index];
    }
}
