package org.wayleave.workspace;

import java.util.regex.Pattern;

/** The shapes that identifiers and titles must have, checked before anything reaches the store. */
final class Names {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,79}");
    private static final int LONGEST_TITLE = 200;

    private Names() {}

    static String requireDocumentId(String id) {
        if (!ID.matcher(id).matches()) {
            throw invalid("The document id \"" + shortened(id)
                    + "\" is not usable: use 1 to 120 letters, digits, dots, dashes or underscores, starting with a letter"
                    + " or digit.");
        }
        return id;
    }

    static String requireUserId(String id) {
        if (!USER.matcher(id).matches()) {
            throw invalid("The user id \"" + shortened(id)
                    + "\" is not usable: use 1 to 80 letters, digits or . _ - @, starting with a letter or digit.");
        }
        return id;
    }

    static String requireTitle(String what, String title) {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw invalid("The " + what + " must have 1 to " + LONGEST_TITLE + " characters, but has " + title.length()
                    + (title.isBlank() ? " that are all blank." : "."));
        }
        if (title.chars().anyMatch(Character::isISOControl) || hasLoneSurrogate(title)) {
            throw invalid("The " + what + " \"" + shortened(title) + "\" holds a character that cannot be shown.");
        }
        return title;
    }

    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The same text with each half of a surrogate pair that stands alone replaced, so that UTF-8 can carry it. */
    static String wellFormed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '?' : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** At most 60 characters, without control characters, fit to be quoted in a message. */
    static String shortened(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", "?");
        return oneLine.length() <= 60 ? oneLine : oneLine.substring(0, 57) + "…";
    }

    private static WorkspaceException invalid(String message) {
        return new WorkspaceException(WorkspaceException.Reason.INVALID_DOCUMENT, message);
    }
}
