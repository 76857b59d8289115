package org.wayleave.journey.lint;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a journey.
 *
 * @param code stable kebab-case name of the kind of problem
 * @param severity how bad it is
 * @param stepId the step where it lies; null when the journey as a whole is meant
 * @param reason what is wrong, in a sentence
 * @param fix what to do about it, in a sentence
 */
public record Problem(
        String code, Severity severity, @Nullable String stepId, String reason, String fix) {}
