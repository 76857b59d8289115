package org.wayleave.journey.canvas.paint;

import java.util.Locale;

/** The colours of the canvas by meaning. The style sheet sets each from a token of the theme. */
public enum Ink {
    /** The ground under everything. */
    GROUND("#ffffff"),
    /** The dots of the ground. */
    GRID("#d8dee4"),
    /** The face of a card. */
    CARD("#ffffff"),
    /** The outline of a card. */
    CARD_EDGE("#d0d7de"),
    /** Names. */
    TEXT("#1f2328"),
    /** Everything said in a lower voice. */
    TEXT_QUIET("#57606a"),
    /** What is selected or focused. */
    ACCENT("#4f46e5"),
    /** Edges without a colour of their own. */
    EDGE("#8c959f"),
    /** The icon in its tinted square. */
    ICON("#ffffff"),
    /** Consent granted. */
    GRANTED("#1a7f37"),
    /** Consent denied. */
    DENIED("#cf222e"),
    /** Consent unknown. */
    UNKNOWN("#656d76"),
    /** Consent expired. */
    EXPIRED("#8f5f00"),
    /** The rungs of a ladder. */
    RUNG("#57606a"),
    /** The part of a bar that got the best rung. */
    SENT("#1a7f37"),
    /** The part of a bar that got a lower rung. */
    DEGRADED("#c78a00"),
    /** The part of a bar that got no message. */
    BLOCKED("#cf222e"),
    /** The ground of a badge that holds errors. */
    BADGE_ERROR("#cf222e"),
    /** The ground of a badge that holds warnings at most. */
    BADGE_WARNING("#8f5f00"),
    /** The ground of a badge that holds hints only. */
    BADGE_INFO("#0a58ca"),
    /** The number in a badge. */
    BADGE_TEXT("#ffffff"),
    /** Square of entries. */
    TINT_ENTRY("#0a66d6"),
    /** Square of waits. */
    TINT_WAIT("#656d76"),
    /** Square of branches and splits. */
    TINT_BRANCH("#9333a8"),
    /** Square of holdouts. */
    TINT_HOLDOUT("#7c3fd6"),
    /** Square of messages. */
    TINT_MESSAGE("#1a7f37"),
    /** Square of messages on own or bought surfaces. */
    TINT_SURFACE("#0a66d6"),
    /** Square of goals. */
    TINT_GOAL("#1a7f37"),
    /** Square of exits. */
    TINT_EXIT("#656d76"),
    /** The path of one person. */
    PATH("#4f46e5"),
    /** Lines along which a dragged card agrees with another. */
    SNAP("#9333a8");

    private final String fallback;

    Ink(String fallback) {
        this.fallback = fallback;
    }

    /** Returns the colour before any style sheet is applied, as a CSS colour. */
    public String fallback() {
        return fallback;
    }

    /** Returns the name of the CSS property. */
    public String property() {
        return "-wl-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
