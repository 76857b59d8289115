package org.wayleave.workspace;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a version of a document stands between being written and being withdrawn. A new version starts as a draft. */
public enum DocumentState {
    /** Being written. */
    DRAFT,
    /** Waiting for those who must approve it. */
    IN_REVIEW,
    /** Approved, not yet in force. */
    APPROVED,
    /** In force. */
    ACTIVE,
    /** Approved, but for now not in force. */
    PAUSED,
    /** Withdrawn for good. */
    RETIRED;

    /** The name in files and on the command line, for example {@code in-review}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name as shown to people, for example {@code In review}. */
    public String title() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The states that may follow this one. */
    public Set<DocumentState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(IN_REVIEW, APPROVED, RETIRED);
            case IN_REVIEW -> EnumSet.of(DRAFT, APPROVED, RETIRED);
            case APPROVED -> EnumSet.of(DRAFT, ACTIVE, RETIRED);
            case ACTIVE -> EnumSet.of(PAUSED, RETIRED);
            case PAUSED -> EnumSet.of(ACTIVE, RETIRED);
            case RETIRED -> EnumSet.noneOf(DocumentState.class);
        };
    }

    /**
     * The state with a wire name.
     *
     * @throws IllegalArgumentException when there is none; the message lists the known names
     */
    public static DocumentState ofWireName(String wireName) {
        return WireNames.find(DocumentState.class, wireName, DocumentState::wireName, "state");
    }
}
