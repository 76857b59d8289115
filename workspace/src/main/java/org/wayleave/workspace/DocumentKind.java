package org.wayleave.workspace;

import java.util.Locale;

/** The kinds of documents that people write. */
public enum DocumentKind {
    /** A customer journey. */
    JOURNEY("journey", "journeys"),
    /** A bundle of rules with its compiled plan. */
    POLICY("policy", "policies"),
    /** Purposes, channels, topics, data elements and event contracts. */
    CATALOGUE("catalogue", "catalogues"),
    /** A data protection impact assessment. */
    DPIA("DPIA", "DPIAs"),
    /** A model card. */
    MODEL_CARD("model card", "model cards"),
    /** The figures that the rules read. */
    SETTINGS("settings", "settings"),
    /** When identifiers are taken for those of one person. */
    IDENTITY_RULES("identity rules", "identity rules"),
    /** What people decided about identifiers by hand, in the order in which they did. */
    IDENTITY_CHANGES("identity changes", "identity changes");

    private final String title;
    private final String plural;

    DocumentKind(String title, String plural) {
        this.title = title;
        this.plural = plural;
    }

    /** The name in files and on the command line, for example {@code model-card}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name as shown in a sentence, for example {@code model card}. */
    public String title() {
        return title;
    }

    /** The name of several, for example {@code model cards}. */
    public String plural() {
        return plural;
    }

    /**
     * The kind with a wire name.
     *
     * @throws IllegalArgumentException when there is none; the message lists the known names
     */
    public static DocumentKind ofWireName(String wireName) {
        return WireNames.find(DocumentKind.class, wireName, DocumentKind::wireName, "kind of document");
    }
}
