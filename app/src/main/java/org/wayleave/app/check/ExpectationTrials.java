package org.wayleave.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.wayleave.app.run.RunOrder;
import org.wayleave.app.run.RunSources;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Expectation;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.simulate.ExpectationResult;
import org.wayleave.journey.simulate.ProgressListener;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.Simulation;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.journey.simulate.UntranslatedParts;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;

/** Tries the expectations of all journeys of a workspace that are not retired. Nothing of it is kept: it is a test, not a run. */
public final class ExpectationTrials {
    private ExpectationTrials() {}

    /**
     * Simulates every journey that has expectations. Where that is not possible, its expectations are untried, and say why.
     *
     * @param workspace where the journeys are
     * @param orders how a journey is simulated, by its id
     * @param progress who is told how far the simulation of a journey is, by its id
     * @param cancelled asked often whether to stop; what is not tried by then is left out
     */
    public static List<ExpectationTrial> run(
            Workspace workspace,
            Function<String, RunOrder> orders,
            Function<String, ProgressListener> progress,
            BooleanSupplier cancelled) {
        List<ExpectationTrial> trials = new ArrayList<>();
        for (DocumentSummary summary : workspace.documents().list(DocumentKind.JOURNEY)) {
            if (summary.state() == DocumentState.RETIRED || cancelled.getAsBoolean()) {
                continue;
            }
            Journey journey = JourneyJson.read(workspace
                    .documents()
                    .latest(DocumentKind.JOURNEY, summary.id())
                    .orElseThrow()
                    .json());
            if (journey.expectations().isEmpty()) {
                continue;
            }
            RunOrder order = orders.apply(summary.id());
            SimulationPlan plan;
            try {
                UntranslatedParts.refuse(journey);
                plan = RunSources.of(workspace, summary.id()).plan(order, null).withParitySample(0);
            } catch (WorkspaceException | IllegalArgumentException hindrance) {
                untried(journey, String.valueOf(hindrance.getMessage()), trials);
                continue;
            }
            RunResult run = new Simulation(plan).run(progress.apply(summary.id()), cancelled);
            if (run.complete()) {
                for (ExpectationResult result : run.expectations()) {
                    trials.add(new ExpectationTrial(summary.id(), run.people(), result, null));
                }
            }
        }
        return trials;
    }

    private static void untried(Journey journey, String hindrance, List<ExpectationTrial> trials) {
        for (Expectation expectation : journey.expectations()) {
            trials.add(new ExpectationTrial(journey.id(), 0, ExpectationResult.untried(expectation), hindrance));
        }
    }
}
