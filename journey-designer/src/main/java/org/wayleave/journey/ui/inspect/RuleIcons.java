package org.wayleave.journey.ui.inspect;

import org.kordamp.ikonli.feather.Feather;

/** An icon for what a rule is about. A rule that is not known gets the one for rules in general. */
final class RuleIcons {

    private RuleIcons() {}

    static Feather of(String rule) {
        return switch (rule) {
            case "consent-channel", "consent-purpose", "consent-category" -> Feather.KEY;
            case "cap-day", "cap-week", "cap-topic" -> Feather.REPEAT;
            case "quiet-hours" -> Feather.MOON;
            case "topic-diversity" -> Feather.LAYERS;
            case "minors" -> Feather.USER;
            case "lawful-basis" -> Feather.BOOK;
            case "retention" -> Feather.ARCHIVE;
            case "sensitive-inference" -> Feather.EYE_OFF;
            case "creative-approval" -> Feather.CHECK_SQUARE;
            case "suppression" -> Feather.SLASH;
            default -> Feather.SHIELD;
        };
    }
}
