package org.wayleave.app.report;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.wayleave.app.report.Chapter.Expected;
import org.wayleave.app.report.Chapter.LadderUse;
import org.wayleave.app.report.Chapter.PersonStory;
import org.wayleave.app.report.Chapter.Reason;
import org.wayleave.app.report.Chapter.RuleLoss;
import org.wayleave.app.report.Chapter.Trial;
import org.wayleave.app.report.Chapter.Visit;
import org.wayleave.app.report.Report.Fact;
import org.wayleave.app.report.Report.FindingLine;
import org.wayleave.app.report.Report.ParityNote;
import org.wayleave.app.report.Report.Tile;
import org.wayleave.app.report.svg.IntervalChart.Interval;
import org.wayleave.app.report.svg.StepFigures;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.Creative;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;

/** A report with every part in it, for tests of the layout; the text in its title is hostile. */
final class SampleReport {
    static final String HOSTILE = "<script>alert(1)</script> & \"win-back\"";

    private SampleReport() {}

    static Journey journey() {
        Action personal =
                new Action("email", "marketing", "offers", List.of("purchases"), new Creative("win-back", false, true));
        Action plain = new Action("web", "service", "news", List.of(), new Creative("banner", false, true));
        List<Step> steps = List.of(
                new HoldoutStep("holdout", "Holdout 10 %", new Position(300, 0), 0.1),
                new WaitStep(
                        "window",
                        "Wait until send window",
                        new Position(120, 110),
                        new WaitRule.UntilWindow(LocalTime.of(8, 0), LocalTime.of(20, 0))),
                new MessageStep(
                        "offer",
                        "Win-back offer that has quite a long name",
                        new Position(120, 220),
                        "email",
                        "marketing",
                        "offers",
                        List.of(
                                new Rung(RungKind.PERSONALISED, personal),
                                new Rung(RungKind.GENERIC, plain),
                                Rung.silence())),
                new WaitStep(
                        "rest", "Wait 14 days", new Position(0, 350), new WaitRule.ForDuration(Duration.ofDays(14))),
                new MessageStep(
                        "banner",
                        "On-site banner",
                        new Position(240, 350),
                        "web",
                        "service",
                        "news",
                        List.of(new Rung(RungKind.GENERIC, plain), Rung.silence())),
                new ExitStep("out", "Exit", new Position(300, 470), "end of journey"));
        List<Edge> edges = List.of(
                new Edge("holdout", "treated", "window"),
                new Edge("holdout", "held", "out"),
                new Edge("window", "next", "offer"),
                new Edge("offer", "granted", "rest"),
                new Edge("offer", "denied", "banner"),
                new Edge("offer", "unknown", "banner"),
                new Edge("offer", "expired", "banner"),
                new Edge("rest", "next", "out"),
                new Edge("banner", "granted", "out"),
                new Edge("banner", "denied", "out"),
                new Edge("banner", "unknown", "out"),
                new Edge("banner", "expired", "out"));
        return new Journey("win-back", HOSTILE, "retail", "Bring lapsed customers back.", steps, edges);
    }

    static Report report() {
        Map<String, StepFigures> figures = Map.of(
                "holdout", new StepFigures(100_000, 0, 0, 0),
                "window", new StepFigures(90_000, 0, 0, 0),
                "offer", new StepFigures(90_000, 51_000, 19_000, 20_000),
                "rest", new StepFigures(61_240, 0, 0, 0),
                "banner", new StepFigures(28_760, 28_000, 0, 760),
                "out", new StepFigures(99_000, 0, 0, 0));
        List<Visit> visits = List.of(
                new Visit("4 Mar, 00:00", "No purchase for 90 days", "", "entered.", List.of(), "", List.of()),
                new Visit(
                        "4 Mar, 10:20",
                        "Win-back offer",
                        "expired",
                        "got the generic rung: on-site banner.",
                        List.of(
                                new Trial(
                                        "personalised",
                                        false,
                                        List.of(new Reason(
                                                "Consent by purpose",
                                                "consent to marketing expired on 4 March",
                                                "consent.rego:14"))),
                                new Trial("generic", true, List.of())),
                        "Marketing: expired on 4 March 2026, policy text 3, from the preference centre",
                        List.of("renewing consent to marketing")));
        Chapter chapter = new Chapter(
                journey(),
                7,
                figures,
                List.of(new Tile("90,000", "people entered", "of 100,000"), new Tile("47 %", "as designed", "")),
                List.of(
                        new RuleLoss(
                                "consent-purpose",
                                "Consent by purpose",
                                "A message needs consent.",
                                9_870,
                                7_000,
                                10,
                                99),
                        new RuleLoss(
                                "consent-channel",
                                "Consent by channel",
                                "A channel needs consent.",
                                6_240,
                                1_200,
                                10,
                                99),
                        new RuleLoss("cap-week", "Frequency cap: week", "Nobody hears too much.", 2_610, 2_610, 10, 99),
                        new RuleLoss("quiet-hours", "Quiet hours", "Nobody is woken.", 190, 10, 10, 99)),
                List.of(
                        new LadderUse("granted", "granted", 50_000, 0, 1_000, 4_000),
                        new LadderUse("denied", "denied", 0, 0, 9_000, 3_000),
                        new LadderUse("unknown", "unknown", 0, 0, 4_000, 1_000),
                        new LadderUse("expired", "expired", 0, 0, 9_000, 900)),
                List.of(
                        new LadderUse("Win-back offer", "", 51_000, 0, 19_000, 20_000),
                        new LadderUse("On-site banner", "", 0, 0, 28_000, 760)),
                List.of(
                        new Interval(
                                "All treated",
                                "90,000 against 10,000",
                                3.10,
                                2.48,
                                3.72,
                                OptionalDouble.of(3.02),
                                false),
                        new Interval("Marketing expired", "", 0.9, -0.1, 1.8, OptionalDouble.of(1.1), false)),
                "€",
                List.of(
                        new Expected("holds", "No email without consent <b>", "0 of 4,210 people concerned", ""),
                        new Expected("broken", "Nobody under 16", "3 of 90 people concerned", "p000017, p000042")),
                List.of(new PersonStory(
                        "p048112", "35–44 · Lyon · last purchase 118 days before", "consent expired", visits)),
                List.of(new Fact("Ledger", "sha256:0b1c")));
        return new Report(
                "Journeys of the retail sample",
                "100,000 synthetic people over 90 days, every contact decided by policy.",
                List.of(new Tile("100,000", "people", "synthetic"), new Tile("412,000", "decisions", "")),
                List.of(chapter),
                List.of(new FindingLine(
                        "warning",
                        "ladder-last-rung",
                        "Win-back, step offer",
                        "The last rung needs consent",
                        "People without consent get nothing.",
                        "Add a rung that needs no consent.")),
                "12 checks ran over 3 journeys; 1 warning.",
                new ParityNote("good", "1,000 decisions were decided again by OPA 1.22.2: all agree."),
                List.of(new Fact("Seed", "42"), new Fact("Recipe", "retail@1")));
    }
}
