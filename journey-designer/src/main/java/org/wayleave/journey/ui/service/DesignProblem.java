package org.wayleave.journey.ui.service;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.ProblemMark;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.ui.page.Place;

/**
 * Something wrong with the open journey.
 *
 * @param code stable name of the kind of problem
 * @param gravity how bad it is
 * @param step where it lies; null when the journey as a whole is meant
 * @param reason what is wrong
 * @param fix what to do about it
 * @param remedy the edit that does it, where one edit can
 * @param place where it is mended, when that is not the journey; null when it is
 */
public record DesignProblem(
        String code,
        ProblemMark.Gravity gravity,
        @Nullable String step,
        String reason,
        String fix,
        Optional<JourneyEdit> remedy,
        @Nullable Place place) {}
