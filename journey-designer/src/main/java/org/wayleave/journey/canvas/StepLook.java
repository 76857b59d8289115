package org.wayleave.journey.canvas;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.canvas.paint.Ink;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Step;

/** The icon of a step and the tint of its square. */
public enum StepLook {
    ENTRY(Feather.PLAY, Ink.TINT_ENTRY),
    WAIT(Feather.CLOCK, Ink.TINT_WAIT),
    BRANCH(Feather.GIT_BRANCH, Ink.TINT_BRANCH),
    RANDOM_SPLIT(Feather.SHUFFLE, Ink.TINT_BRANCH),
    HOLDOUT(Feather.USER_X, Ink.TINT_HOLDOUT),
    GOAL(Feather.TARGET, Ink.TINT_GOAL),
    EXIT(Feather.LOG_OUT, Ink.TINT_EXIT),
    EMAIL(Feather.MAIL, Ink.TINT_MESSAGE),
    SMS(Feather.MESSAGE_SQUARE, Ink.TINT_MESSAGE),
    PUSH(Feather.BELL, Ink.TINT_MESSAGE),
    WEB(Feather.LAYOUT, Ink.TINT_SURFACE),
    ADS(Feather.RADIO, Ink.TINT_SURFACE),
    SUPPORT(Feather.HEADPHONES, Ink.TINT_SURFACE),
    OTHER_MESSAGE(Feather.SEND, Ink.TINT_MESSAGE),
    OPAQUE(Feather.PACKAGE, Ink.TINT_EXIT);

    private final Feather icon;
    private final Ink tint;

    StepLook(Feather icon, Ink tint) {
        this.icon = icon;
        this.tint = tint;
    }

    /** Returns the icon. */
    public Ikon icon() {
        return icon;
    }

    /** Returns the colour of the square. */
    public Ink tint() {
        return tint;
    }

    /** Returns the look of a step. */
    public static StepLook of(Step step) {
        if (step instanceof MessageStep message) {
            return switch (message.channel()) {
                case "email" -> EMAIL;
                case "sms" -> SMS;
                case "push" -> PUSH;
                case "web" -> WEB;
                case "ads" -> ADS;
                case "support" -> SUPPORT;
                default -> OTHER_MESSAGE;
            };
        }
        return switch (step.type()) {
            case ENTRY -> ENTRY;
            case WAIT -> WAIT;
            case BRANCH -> BRANCH;
            case RANDOM_SPLIT -> RANDOM_SPLIT;
            case HOLDOUT -> HOLDOUT;
            case GOAL -> GOAL;
            case EXIT -> EXIT;
            case OPAQUE -> OPAQUE;
            case MESSAGE -> OTHER_MESSAGE;
        };
    }
}
