package org.wayleave.app.check;

import org.jspecify.annotations.Nullable;

/**
 * Something that a check found.
 *
 * @param code stable name of the kind of finding
 * @param severity how bad it is
 * @param kind wire name of the kind of document, for example {@code journey}
 * @param document id of the document
 * @param step id of the step; null when the document as a whole is meant
 * @param title the finding in a few words
 * @param reason what is wrong, in a sentence
 * @param fix what to do about it, in a sentence
 */
public record CheckFinding(
        String code,
        Severity severity,
        String kind,
        String document,
        @Nullable String step,
        String title,
        String reason,
        String fix) {

    /** How bad a finding is. */
    public enum Severity {
        /** The journey must not be activated like this. */
        ERROR("error"),
        /** It may be, but people or figures suffer. */
        WARNING("warning"),
        /** Worth knowing. */
        INFO("info");

        private final String wire;

        Severity(String wire) {
            this.wire = wire;
        }

        /** The name in files. */
        public String wire() {
            return wire;
        }
    }

    /** Where it is, for people: kind, document and step. */
    public String place() {
        return kind + " " + document + (step == null ? "" : ", step " + step);
    }

    /** Where it is, for programs: {@code journey/win-back/offer}. */
    public String path() {
        return kind + "/" + document + (step == null ? "" : "/" + step);
    }
}
