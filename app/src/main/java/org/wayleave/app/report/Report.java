package org.wayleave.app.report;

import java.util.List;

/**
 * What a report says, ready to be laid out.
 *
 * @param title title of the page
 * @param subtitle one line under it
 * @param tiles the figures that a reader sees first
 * @param chapters one for each journey, the most important first
 * @param findings what the design checks found
 * @param checks how many design checks ran
 * @param parity what the comparison with OPA found
 * @param facts what is needed to make the same figures again
 */
public record Report(
        String title,
        String subtitle,
        List<Tile> tiles,
        List<Chapter> chapters,
        List<FindingLine> findings,
        String checks,
        ParityNote parity,
        List<Fact> facts) {

    /** Copies the lists. */
    public Report {
        tiles = List.copyOf(tiles);
        chapters = List.copyOf(chapters);
        findings = List.copyOf(findings);
        facts = List.copyOf(facts);
    }

    /**
     * A figure that stands out.
     *
     * @param figure the number, with its unit
     * @param label what it counts
     * @param note more about it; may be empty
     */
    public record Tile(String figure, String label, String note) {}

    /**
     * What the design checks found in one place.
     *
     * @param severity {@code error}, {@code warning} or {@code info}
     * @param code stable name of the check
     * @param place document and step
     * @param title the finding in a few words
     * @param reason why it matters
     * @param fix what to do
     */
    public record FindingLine(String severity, String code, String place, String title, String reason, String fix) {}

    /**
     * What the comparison of sampled decisions with OPA found.
     *
     * @param state {@code good} when all agree, {@code bad} when some do not, {@code unknown} when nothing was compared
     * @param text a sentence
     */
    public record ParityNote(String state, String text) {}

    /**
     * A named fact.
     *
     * @param name what it is
     * @param value its value; hashes in full
     */
    public record Fact(String name, String value) {}
}
