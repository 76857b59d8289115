package org.wayleave.journey.ui.service;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.WorkspaceRecipes;
import org.wayleave.journey.canvas.Trail;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.explain.Explainer;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.ledger.BlockedPerson;
import org.wayleave.journey.ledger.RunLedger;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.Simulation;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.journey.simulate.UntranslatedParts;
import org.wayleave.ui.task.Progress;
import org.wayleave.workspace.Run;
import org.wayleave.workspace.RunRequest;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;
import org.wayleave.workspace.json.CanonicalJson;

/** Runs journeys in a workspace, keeps each run with its ledger, and explains people of a run by replaying them. */
public final class WorkspaceRuns implements JourneyRuns {

    /**
     * Asks a second engine to decide a sample of a run again.
     */
    @FunctionalInterface
    public interface SecondOpinion {
        /**
         * Returns what the second engine made of the samples; it may say that it could not.
         *
         * @param plan what was run, with the very policy, catalogue and settings
         */
        RunResult.Parity check(SimulationPlan plan, RunResult result, Progress progress);
    }

    private static final int PARITY_SAMPLE = 1_000;

    private final Workspace workspace;
    private final SecondOpinion secondOpinion;
    private final int threads;
    private @Nullable Replayed replayed;

    /** The explainer of the run that was asked about last; making one takes longer than asking it. */
    private record Replayed(String run, Explainer explainer) {}

    /**
     * Creates the runs of a workspace.
     *
     * @param secondOpinion decides a sample again; it may say that it could not
     * @param threads that walk people, at least 1; of no influence on any figure
     */
    public WorkspaceRuns(Workspace workspace, SecondOpinion secondOpinion, int threads) {
        this.workspace = workspace;
        this.secondOpinion = secondOpinion;
        this.threads = threads;
    }

    @Override
    public List<RunEntry> list(String journey) {
        return workspace.runs().list().stream()
                .filter(run -> run.request().journeyId().equals(journey) && run.summaryJson() != null)
                .map(WorkspaceRuns::entry)
                .toList();
    }

    @Override
    public Optional<RunFigures> figures(String run) {
        return workspace.runs().find(run).flatMap(found -> {
            String summary = found.summaryJson();
            return summary == null
                    ? Optional.empty()
                    : Optional.of(ResultFigures.of(entry(found), RunResult.fromSummaryJson(summary)));
        });
    }

    @Override
    public RunFigures run(Journey journey, int version, RunOptions options, Progress progress) {
        UntranslatedParts.refuse(journey);
        RunGround ground = RunGround.now(workspace.documents(), new WorkspaceRecipes(workspace), journey);
        Run run = workspace
                .runs()
                .start(new RunRequest(
                        journey.id(),
                        version,
                        CanonicalJson.hash(JourneyJson.write(journey)),
                        CanonicalJson.hash(ground.pack().documentJson()),
                        ground.recipe().reference(),
                        options.people(),
                        options.days(),
                        options.seed()));
        try {
            Path ledger = workspace.runLedger(run.id());
            SimulationPlan plan = plan(ground, version, options, SimulationPlan.DEFAULT_START)
                    .withLedger(ledger)
                    .withParitySample(PARITY_SAMPLE);
            RunResult result = new Simulation(plan).run(progress::count, progress::cancelled);
            if (!result.complete()) {
                return ResultFigures.of(entry(workspace.runs().cancel(run.id(), result.toSummaryJson())), result);
            }
            progress.message("Comparing " + result.paritySamples().size() + " decisions with OPA");
            RunResult checked = result.withParity(secondOpinion.check(plan, result, progress));
            Run completed = workspace.runs().complete(run.id(), checked.ledgerHash(), checked.toSummaryJson());
            return ResultFigures.of(entry(completed), checked);
        } catch (RuntimeException | Error failed) {
            workspace.runs().fail(run.id(), String.valueOf(failed.getMessage()));
            throw failed;
        }
    }

    @Override
    public List<BlockedEntry> blocked(String run, String step, @Nullable String rule, int offset, int limit) {
        try (RunLedger ledger = RunLedger.open(workspace.runLedger(run))) {
            List<BlockedEntry> entries = new ArrayList<>();
            for (BlockedPerson person : ledger.blocked(step, rule, offset, limit)) {
                entries.add(new BlockedEntry(
                        person.person(),
                        person.id(),
                        Instant.ofEpochMilli(person.time()),
                        person.rung(),
                        Arrays.asList(person.rules().split(",", -1))));
            }
            return entries;
        }
    }

    @Override
    public PersonStory explain(String run, int person, String step, Instant time) {
        return Stories.of(explainer(run).person(person), step, time);
    }

    @Override
    public Trail way(String run, int person) {
        return Stories.trail(explainer(run).person(person));
    }

    private synchronized Explainer explainer(String id) {
        Replayed known = replayed;
        if (known != null && known.run.equals(id)) {
            return known.explainer;
        }
        Run run = workspace.runs().find(id).orElseThrow(() -> noFigures(id));
        String summary = run.summaryJson();
        if (summary == null) {
            throw noFigures(id);
        }
        RunResult.Identity identity = RunResult.fromSummaryJson(summary).run();
        RunGround ground = RunGround.of(workspace.documents(), new WorkspaceRecipes(workspace), identity);
        RunOptions options = new RunOptions(identity.people(), identity.days(), identity.seed());
        Explainer explainer =
                new Explainer(plan(ground, identity.journeyVersion(), options, Instant.parse(identity.start())));
        replayed = new Replayed(id, explainer);
        return explainer;
    }

    private SimulationPlan plan(RunGround ground, int version, RunOptions options, Instant start) {
        return SimulationPlan.of(ground.journey(), version, ground.recipe(), ground.pack(), ground.settingsJson())
                .withCatalogue(ground.catalogueJson())
                .withSize(options.people(), options.days())
                .withSeed(options.seed())
                .withStart(start)
                .withThreads(threads);
    }

    private static WorkspaceException noFigures(String run) {
        return new WorkspaceException(
                WorkspaceException.Reason.MISSING, "The run " + run + " has no figures; run the journey again.");
    }

    private static RunEntry entry(Run run) {
        RunRequest request = run.request();
        return new RunEntry(
                run.id(),
                request.journeyVersion(),
                request.people(),
                request.days(),
                request.seed(),
                run.started(),
                run.state() == org.wayleave.workspace.RunState.COMPLETE);
    }
}
