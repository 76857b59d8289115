package org.wayleave.journey.canvas.paint;

import java.util.Locale;
import javafx.scene.paint.Color;

/** The colours of the canvas by meaning; the style sheet sets each from a token of the theme. */
public enum Ink {
    /** The ground under everything. */
    GROUND("#ffffff"),
    /** The dots of the ground. */
    GRID("#dcdfe4"),
    /** The face of a card. */
    CARD("#ffffff"),
    /** The outline of a card. */
    CARD_EDGE("#d0d4db"),
    /** Names. */
    TEXT("#1f2328"),
    /** Everything said in a lower voice. */
    TEXT_QUIET("#59636e"),
    /** What is selected or focused. */
    ACCENT("#4f46e5"),
    /** A tint of the accent, under the marquee. */
    ACCENT_SOFT("#e0e0fb"),
    /** Edges without a colour of their own. */
    EDGE("#8c95a1"),
    /** The icon in its tinted square. */
    ICON("#ffffff"),
    /** Consent granted. */
    GRANTED("#1a7f37"),
    /** Consent denied. */
    DENIED("#cf222e"),
    /** Consent unknown. */
    UNKNOWN("#818b98"),
    /** Consent expired. */
    EXPIRED("#b58407"),
    /** The part of a bar that got the best rung. */
    SENT("#1f883d"),
    /** The part of a bar that got a lower rung. */
    DEGRADED("#d4a72c"),
    /** The part of a bar that got no message. */
    BLOCKED("#cf222e"),
    /** A badge that holds errors. */
    BADGE_ERROR("#cf222e"),
    /** A badge that holds warnings at most. */
    BADGE_WARNING("#9a6700"),
    /** A badge that holds hints only. */
    BADGE_INFO("#59636e"),
    /** The number in a badge. */
    BADGE_TEXT("#ffffff"),
    /** Square of entries. */
    TINT_ENTRY("#0969da"),
    /** Square of waits. */
    TINT_WAIT("#6e7781"),
    /** Square of branches and splits. */
    TINT_BRANCH("#0a7d91"),
    /** Square of holdouts. */
    TINT_HOLDOUT("#8250df"),
    /** Square of messages. */
    TINT_MESSAGE("#1a7f37"),
    /** Square of messages on own surfaces. */
    TINT_SURFACE("#0550ae"),
    /** Square of goals. */
    TINT_GOAL("#1a7f37"),
    /** Square of exits. */
    TINT_EXIT("#6e7781"),
    /** The path of one person. */
    PATH("#4f46e5"),
    /** Lines along which a dragged card agrees with another. */
    SNAP("#bf3989");

    private final Color fallback;
    private final String property;

    Ink(String fallback) {
        this.fallback = Color.web(fallback);
        this.property = "-wl-canvas-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the colour before any style sheet is applied. */
    public Color fallback() {
        return fallback;
    }

    /** Returns the name of the CSS property. */
    public String property() {
        return property;
    }
}
