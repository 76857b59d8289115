package org.wayleave.ui.theme;

import java.util.Locale;

/** The named colours of the desktop; each is a looked-up colour of the style sheets, {@code -wl-} and its name. */
public enum Token {
    BG,
    BG_SUBTLE,
    BG_INSET,
    BORDER,
    BORDER_MUTED,
    TEXT,
    TEXT_MUTED,
    ACCENT,
    ACCENT_HOVER,
    ACCENT_TEXT,
    ACCENT_SUBTLE,
    ON_ACCENT,
    GRANTED,
    GRANTED_SUBTLE,
    DENIED,
    DENIED_SUBTLE,
    UNKNOWN,
    UNKNOWN_SUBTLE,
    EXPIRED,
    EXPIRED_SUBTLE,
    PERSONALISED,
    CONTEXTUAL,
    GENERIC,
    SILENCE,
    /** Share of people reached as intended, in bars. */
    SENT,
    /** Share of people who got a lower rung of the ladder, in bars. */
    DEGRADED,
    /** Share of people who got nothing, in bars. */
    BLOCKED,
    ERROR,
    ERROR_SUBTLE,
    WARNING,
    WARNING_SUBTLE,
    INFO,
    INFO_SUBTLE,
    CANVAS,
    GRID_DOT,
    CARD,
    CARD_BORDER,
    EDGE,
    EDGE_ACTIVE,
    STEP_ENTRY,
    STEP_WAIT,
    STEP_BRANCH,
    STEP_MESSAGE,
    STEP_HOLDOUT,
    STEP_GOAL,
    STEP_EXIT,
    CHART_1,
    CHART_2,
    CHART_3,
    CHART_4,
    /** The true value behind an estimate, known in simulations only. */
    TRUTH,
    HOLDOUT,
    CODE_KEYWORD,
    CODE_STRING,
    CODE_NUMBER,
    CODE_COMMENT,
    CODE_BUILTIN,
    CODE_OPERATOR,
    CODE_TYPE;

    /** The looked-up colour's name, such as {@code -wl-bg-subtle}. */
    public String cssName() {
        return "-wl-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
