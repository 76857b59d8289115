package org.wayleave.journey.ui.service;

import java.util.List;
import org.wayleave.journey.graph.Journey;

/** Finds the problems of a journey while it is edited. May take a while and belongs off the FX thread. */
@FunctionalInterface
public interface JourneyChecks {

    /** Returns the problems, those of the whole journey first. */
    List<DesignProblem> problems(Journey journey, OpenedJourney opened);
}
