package org.wayleave.policy.check;

import org.jspecify.annotations.Nullable;

/**
 * Something that a design check found.
 *
 * @param code the rule's stable name, such as {@code dpia-missing}
 * @param severity how bad it is
 * @param kind wire name of the kind of document, such as {@code journey}
 * @param document the document's id
 * @param step the step's id; null when the document as a whole is meant
 * @param title the rule's title
 * @param reason what is wrong, in a sentence without a full stop
 * @param fix what to do about it, in a sentence without a full stop
 */
public record Finding(
        String code,
        Severity severity,
        String kind,
        String document,
        @Nullable String step,
        String title,
        String reason,
        String fix) {}
