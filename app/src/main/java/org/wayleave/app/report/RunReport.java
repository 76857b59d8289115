package org.wayleave.app.report;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.app.check.CheckFinding;
import org.wayleave.app.check.CheckResult;
import org.wayleave.app.report.Report.Fact;
import org.wayleave.app.report.Report.FindingLine;
import org.wayleave.app.report.Report.ParityNote;
import org.wayleave.app.report.Report.Tile;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.run.SimulationRun;
import org.wayleave.journey.simulate.RunResult;

/** Composes the report of one run or of several over the same people. */
public final class RunReport {
    private RunReport() {}

    /**
     * The report.
     *
     * @param runs at least one, the most important first
     * @param check what the design checks found
     * @param product name and version of this program
     */
    public static Report of(List<SimulationRun.Done> runs, CheckResult check, String product) {
        RunResult.Identity identity = runs.getFirst().result().run();
        List<Chapter> chapters = new ArrayList<>();
        for (SimulationRun.Done run : runs) {
            chapters.add(RunChapter.of(run.plan(), run.result(), PeopleStories.of(run.plan(), run.result())));
        }
        String title = runs.size() == 1
                ? runs.getFirst().plan().journey().title()
                : runs.size() + " journeys, " + Figures.count(identity.people()) + " people";
        return new Report(
                title,
                Figures.count(identity.people()) + " synthetic people walked through " + identity.days()
                        + " virtual days; policy decided on every contact.",
                tiles(runs),
                chapters,
                check.findings().stream().map(RunReport::line).toList(),
                check.sentence(),
                parity(runs),
                facts(identity, product));
    }

    private static List<Tile> tiles(List<SimulationRun.Done> runs) {
        long decisions = 0;
        long contacts = 0;
        double seconds = 0;
        for (SimulationRun.Done run : runs) {
            decisions += run.result().decisions();
            contacts += run.result().contacts();
            seconds += run.result().seconds().getOrDefault("simulate", 0.0);
        }
        long people = runs.getFirst().result().people();
        return List.of(
                new Tile(
                        Figures.count(people),
                        "people",
                        runs.size() == 1 ? "" : "in each of " + runs.size() + " journeys"),
                new Tile(Figures.count(decisions), "decisions", "by policy"),
                new Tile(Figures.count(contacts), "messages sent", ""),
                new Tile(
                        Figures.decimal(seconds, 1) + " s",
                        "to simulate",
                        seconds == 0
                                ? ""
                                : Figures.count(Math.round(people * runs.size() / seconds)) + " people a second"));
    }

    private static ParityNote parity(List<SimulationRun.Done> runs) {
        int sampled = 0;
        int mismatches = 0;
        String reason = "";
        for (SimulationRun.Done run : runs) {
            RunResult.Parity parity = run.result().parity();
            if (parity != null) {
                sampled += parity.sampled();
                mismatches += parity.mismatches();
                reason = parity.reason().isEmpty() ? reason : parity.reason();
            }
        }
        if (sampled == 0) {
            return new ParityNote("unknown", reason.isEmpty() ? "Parity with OPA was not checked." : reason);
        }
        String decided =
                Figures.count(sampled) + " sampled decisions were decided again by OPA, from the policy's Rego: ";
        return mismatches == 0
                ? new ParityNote("good", decided + "all agree.")
                : new ParityNote(
                        "bad", decided + Figures.count(mismatches) + " do not agree. Do not rely on this run.");
    }

    private static FindingLine line(CheckFinding finding) {
        return new FindingLine(
                finding.severity().wire(),
                finding.code(),
                finding.place(),
                finding.title(),
                finding.reason(),
                finding.fix());
    }

    private static List<Fact> facts(RunResult.Identity run, String product) {
        return List.of(
                new Fact("Program", product),
                new Fact("People", run.recipe() + ", " + Figures.count(run.people()) + ", seed " + run.seed()),
                new Fact("Time", run.days() + " days from " + run.start()),
                new Fact("Policy", run.policy() + ", " + run.policyHash()),
                new Fact("Catalogue", run.catalogueHash()),
                new Fact("Settings", run.settingsHash()));
    }
}
