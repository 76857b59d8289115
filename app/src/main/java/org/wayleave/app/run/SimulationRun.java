package org.wayleave.app.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.simulate.ProgressListener;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.Simulation;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.journey.simulate.UntranslatedParts;
import org.wayleave.workspace.Run;
import org.wayleave.workspace.RunRequest;
import org.wayleave.workspace.Workspace;

/**
 * Simulates a journey of a workspace: enters the run, walks the people, has OPA decide the sample again, and completes the run.
 * When this process is killed, the run stays listed as incomplete.
 */
public final class SimulationRun {
    private final Workspace workspace;
    private final Parity parity;

    /**
     * A run.
     *
     * @param workspace open for writing
     * @param parity decides the sample again
     */
    public SimulationRun(Workspace workspace, Parity parity) {
        this.workspace = workspace;
        this.parity = parity;
    }

    /**
     * What came of it.
     *
     * @param run the run as registered
     * @param plan what was simulated
     * @param result its figures, with parity
     */
    public record Done(Run run, SimulationPlan plan, RunResult result) {}

    /**
     * Runs to the end, or until cancelled.
     *
     * @throws org.wayleave.workspace.WorkspaceException when a document is missing or the workspace cannot be written
     * @throws IllegalArgumentException when the journey holds parts of another tool that mean nothing here
     */
    public Done run(RunOrder order, ProgressListener listener, BooleanSupplier cancelled) {
        RunSources sources = RunSources.of(workspace, order.journey());
        UntranslatedParts.refuse(JourneyJson.read(sources.journey().json()));
        Run run = workspace
                .runs()
                .start(new RunRequest(
                        sources.journey().id(),
                        sources.journey().version(),
                        sources.journey().contentHash(),
                        sources.policy().contentHash(),
                        sources.recipe().reference(),
                        order.people(),
                        order.days(),
                        order.seed()));
        @Nullable Path ledger = order.ledger() ? workspace.runLedger(run.id()) : null;
        SimulationPlan plan = sources.plan(order, ledger);
        RunResult result;
        try {
            result = new Simulation(plan).run(listener, cancelled);
            if (result.complete()) {
                long began = System.nanoTime();
                RunResult.Parity checked = parity.check(plan, result);
                result = withSeconds(result.withParity(checked), (System.nanoTime() - began) / 1e9);
            }
        } catch (RuntimeException | Error e) {
            fail(run, e);
            throw e;
        }
        Run ended = result.complete()
                ? workspace.runs().complete(run.id(), result.ledgerHash(), result.toSummaryJson())
                : workspace.runs().cancel(run.id(), result.toSummaryJson());
        return new Done(ended, plan, result);
    }

    private void fail(Run run, Throwable cause) {
        try {
            workspace.runs().fail(run.id(), cause.getClass().getSimpleName() + ": " + cause.getMessage());
        } catch (RuntimeException second) {
            cause.addSuppressed(second);
        }
    }

    private static RunResult withSeconds(RunResult result, double parity) {
        Map<String, Double> seconds = new LinkedHashMap<>(result.seconds());
        seconds.put("parity", parity);
        seconds.merge("total", parity, Double::sum);
        return result.withSeconds(seconds);
    }
}
