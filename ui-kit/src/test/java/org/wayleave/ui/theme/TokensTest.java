package org.wayleave.ui.theme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final List<Tokens> BOTH = List.of(Tokens.light(), Tokens.dark());

    @Test
    void everyTokenHasAColourInBothAppearances() {
        for (Tokens tokens : BOTH) {
            for (Token token : Token.values()) {
                assertTrue(tokens.color(token).isOpaque(), token.cssName());
            }
        }
    }

    @Test
    void textReachesContrastAaOnEverySurfaceItStandsOn() {
        List<String> failures = new ArrayList<>();
        for (Tokens tokens : BOTH) {
            for (Token surface : List.of(Token.BG, Token.BG_SUBTLE, Token.CANVAS, Token.CARD)) {
                for (Token text : List.of(
                        Token.TEXT,
                        Token.TEXT_MUTED,
                        Token.ACCENT_TEXT,
                        Token.GRANTED,
                        Token.DENIED,
                        Token.UNKNOWN,
                        Token.EXPIRED,
                        Token.ERROR,
                        Token.WARNING,
                        Token.INFO,
                        Token.PERSONALISED,
                        Token.CONTEXTUAL,
                        Token.GENERIC)) {
                    check(tokens, text, surface, 4.5, failures);
                }
            }
            for (Token code : List.of(
                    Token.CODE_KEYWORD,
                    Token.CODE_STRING,
                    Token.CODE_NUMBER,
                    Token.CODE_COMMENT,
                    Token.CODE_BUILTIN,
                    Token.CODE_OPERATOR,
                    Token.CODE_TYPE)) {
                check(tokens, code, Token.BG, 4.5, failures);
                check(tokens, code, Token.BG_SUBTLE, 4.5, failures);
            }
            check(tokens, Token.ON_ACCENT, Token.ACCENT, 4.5, failures);
            check(tokens, Token.ON_ACCENT, Token.ACCENT_HOVER, 4.5, failures);
            check(tokens, Token.ACCENT_TEXT, Token.ACCENT_SUBTLE, 4.5, failures);
            check(tokens, Token.TEXT, Token.ACCENT_SUBTLE, 4.5, failures);
            check(tokens, Token.TEXT_MUTED, Token.BG_INSET, 4.5, failures);
            check(tokens, Token.GRANTED, Token.GRANTED_SUBTLE, 4.5, failures);
            check(tokens, Token.DENIED, Token.DENIED_SUBTLE, 4.5, failures);
            check(tokens, Token.UNKNOWN, Token.UNKNOWN_SUBTLE, 4.4, failures);
            check(tokens, Token.EXPIRED, Token.EXPIRED_SUBTLE, 4.5, failures);
            check(tokens, Token.WARNING, Token.WARNING_SUBTLE, 4.5, failures);
            check(tokens, Token.ERROR, Token.ERROR_SUBTLE, 4.5, failures);
            check(tokens, Token.INFO, Token.INFO_SUBTLE, 4.5, failures);
            check(tokens, Token.TEXT, Token.WARNING_SUBTLE, 4.5, failures);
            check(tokens, Token.TEXT, Token.ERROR_SUBTLE, 4.5, failures);
        }
        assertTrue(failures.isEmpty(), String.join("\n", failures));
    }

    @Test
    void shapesReachThreeToOneOnTheCanvasAndOnCards() {
        List<String> failures = new ArrayList<>();
        for (Tokens tokens : BOTH) {
            for (Token surface : List.of(Token.CANVAS, Token.CARD, Token.BG)) {
                for (Token shape : List.of(
                        Token.SENT,
                        Token.BLOCKED,
                        Token.SILENCE,
                        Token.EDGE_ACTIVE,
                        Token.ACCENT,
                        Token.CHART_1,
                        Token.CHART_2,
                        Token.CHART_3,
                        Token.CHART_4,
                        Token.TRUTH,
                        Token.HOLDOUT)) {
                    check(tokens, shape, surface, 3, failures);
                }
            }
            // White icons stand on the tinted squares of the steps.
            for (Token tint : List.of(
                    Token.STEP_ENTRY,
                    Token.STEP_WAIT,
                    Token.STEP_BRANCH,
                    Token.STEP_MESSAGE,
                    Token.STEP_HOLDOUT,
                    Token.STEP_GOAL,
                    Token.STEP_EXIT)) {
                check(tokens, Token.ON_ACCENT, tint, 3, failures);
            }
        }
        assertTrue(failures.isEmpty(), String.join("\n", failures));
    }

    private static void check(Tokens tokens, Token front, Token back, double least, List<String> failures) {
        double contrast = Tokens.contrast(tokens.color(front), tokens.color(back));
        if (contrast < least) {
            failures.add("%s: %s on %s is %.2f, needs %.1f"
                    .formatted(tokens.isDark() ? "dark" : "light", front, back, contrast, least));
        }
    }
}
