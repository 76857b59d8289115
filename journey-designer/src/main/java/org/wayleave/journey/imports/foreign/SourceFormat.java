package org.wayleave.journey.imports.foreign;

/** The formats of other tools that can be imported. */
public enum SourceFormat {
    SALESFORCE("salesforce", "Salesforce Journey Builder"),
    MAUTIC("mautic", "Mautic 7"),
    DITTOFEED("dittofeed", "Dittofeed"),
    POSTHOG("posthog", "PostHog Workflows"),
    BPMN("bpmn", "BPMN 2.0");

    private final String wire;
    private final String title;

    SourceFormat(String wire, String title) {
        this.wire = wire;
        this.title = title;
    }

    /** The name in files. */
    public String wire() {
        return wire;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
