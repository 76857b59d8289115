package org.wayleave.journey.canvas;

import java.util.Locale;

/** What the palette offers to add, in its order. */
public enum StepKind {
    EMAIL(StepLook.EMAIL, "email"),
    SMS(StepLook.SMS, "sms"),
    PUSH(StepLook.PUSH, "push"),
    WEB(StepLook.WEB, "web"),
    ADS(StepLook.ADS, "ads"),
    SUPPORT(StepLook.SUPPORT, "support"),
    WAIT(StepLook.WAIT, ""),
    WAIT_FOR_EVENT(StepLook.WAIT, ""),
    WAIT_FOR_WINDOW(StepLook.WAIT, ""),
    BRANCH(StepLook.BRANCH, ""),
    RANDOM_SPLIT(StepLook.RANDOM_SPLIT, ""),
    HOLDOUT(StepLook.HOLDOUT, ""),
    GOAL(StepLook.GOAL, ""),
    EXIT(StepLook.EXIT, ""),
    ENTRY(StepLook.ENTRY, "");

    private final StepLook look;
    private final String channel;

    StepKind(StepLook look, String channel) {
        this.look = look;
        this.channel = channel;
    }

    /** Returns icon and tint. */
    public StepLook look() {
        return look;
    }

    /** Returns the channel of a message; empty for other steps. */
    public String channel() {
        return channel;
    }

    /** Returns the key of the title among the texts of the canvas. */
    public String textKey() {
        return "kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
