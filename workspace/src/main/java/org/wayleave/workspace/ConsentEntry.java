package org.wayleave.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a consent of a person, as an imported file reports it.
 *
 * @param subject token of the person; never an identifier that somebody could be found by
 * @param event id of the report; the same event reported twice has the same id
 * @param dimension channel, purpose or category
 * @param consent id of the channel, purpose or topic
 * @param kind what happened, such as granted or withdrawn
 * @param time when it happened
 * @param policyVersion version of the text that the person saw; may be empty
 * @param source where it was recorded; may be empty
 * @param evidence where the proof is kept; may be empty
 * @param evidenceHash SHA-256 of the proof, 64 hexadecimal digits; may be empty
 * @param until until when a granted consent holds at most; null if only its lifetime counts
 */
public record ConsentEntry(
        String subject,
        String event,
        String dimension,
        String consent,
        String kind,
        Instant time,
        String policyVersion,
        String source,
        String evidence,
        String evidenceHash,
        @Nullable Instant until) {}
