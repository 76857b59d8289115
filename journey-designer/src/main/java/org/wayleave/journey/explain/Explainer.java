package org.wayleave.journey.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Person;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.journey.decide.Decider;
import org.wayleave.journey.decide.Denial;
import org.wayleave.journey.decide.LadderDecision;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.ledger.Outcome;
import org.wayleave.journey.ledger.PersonRow;
import org.wayleave.journey.simulate.Replay;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.journey.simulate.Visit;
import org.wayleave.policy.pack.RuleInfo;

/**
 * Explains single people of a run: each walks again with the real policy, and what would change a denial is found by deciding again
 * on changed documents. Safe for use by many threads.
 */
public final class Explainer {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final Replay replay;
    private final Titles titles;
    private final WhatIf whatIf;

    /** Explains a plan, decided by the plan's policy. */
    public Explainer(SimulationPlan plan) {
        this(new Replay(plan));
    }

    /** Explains a plan, decided by another engine over the same policy. */
    public Explainer(SimulationPlan plan, Decider decider) {
        this(new Replay(plan, decider));
    }

    private Explainer(Replay replay) {
        this.replay = replay;
        this.titles = new Titles(Catalogue.parse(replay.plan().catalogueJson()));
        this.whatIf = new WhatIf(replay.decider(), titles);
    }

    /** People of a run worth explaining, one for each outcome, at most so many; the same run gives the same people. */
    public static List<Integer> interesting(RunResult result, int most) {
        return Replay.interesting(result, most);
    }

    /**
     * Explains one person.
     *
     * @param index position in the population, at least 0
     */
    public PersonPath person(int index) {
        Replay.Walk walk = replay.person(index);
        Person person = walk.person();
        PersonRow summary = walk.summary();
        List<PersonPath.StepVisit> visits = new ArrayList<>();
        for (Visit visit : walk.visits()) {
            visits.add(visit(visit, person.zone()));
        }
        boolean measured = summary != null && (summary.spend() != 0 || summary.spendWithout() != 0);
        return new PersonPath(
                index,
                person.id(),
                person.ageBand().title() + " · " + person.city() + " · "
                        + person.device().wire(),
                List.copyOf(person.flags()),
                person.zone().getId(),
                summary == null ? "not-entered" : summary.outcome().wire(),
                outcome(summary),
                measured && summary != null ? Double.valueOf(summary.spend()) : null,
                measured && summary != null ? Double.valueOf(summary.spendWithout()) : null,
                List.copyOf(visits),
                new TimelineOf(replay.plan(), walk, titles).moments());
    }

    private PersonPath.StepVisit visit(Visit visit, ZoneId zone) {
        Step step = visit.step();
        LadderDecision decision = visit.decision();
        List<PersonPath.RungTrial> rungs = new ArrayList<>();
        if (decision != null) {
            for (LadderDecision.Tried tried : decision.tried()) {
                rungs.add(trial(tried));
            }
        }
        return new PersonPath.StepVisit(
                Instant.ofEpochMilli(visit.arrived()),
                local(visit.arrived(), zone),
                step.id(),
                step.type().wire(),
                step.title(),
                step.summary(),
                visit.facts(),
                List.copyOf(rungs),
                decision == null ? null : decision.rung().wire(),
                decision == null ? null : decision.outlet().wire(),
                visit.port() == null ? null : visit.port().name(),
                Instant.ofEpochMilli(visit.left()),
                happened(visit, zone));
    }

    private PersonPath.RungTrial trial(LadderDecision.Tried tried) {
        RegoObject action = WhatIf.object(tried.document(), "action");
        String channel = WhatIf.text(action.get("channel"));
        String purpose = WhatIf.text(action.get("purpose"));
        String topic = WhatIf.text(action.get("topic"));
        RegoObject consents = WhatIf.object(WhatIf.object(tried.document(), "person"), "consent");
        return new PersonPath.RungTrial(
                tried.kind().wire(),
                channel,
                purpose,
                topic,
                tried.verdict().allow(),
                tried.verdict().denials().stream().map(this::note).toList(),
                List.of(
                        consent(consents, "channel", channel),
                        consent(consents, "purpose", purpose),
                        consent(consents, "category", topic)),
                tried.verdict().allow() ? List.of() : whatIf.changes(tried.document(), tried.verdict()),
                RegoJson.write(tried.document()));
    }

    private PersonPath.ConsentNote consent(RegoObject consents, String dimension, String key) {
        RegoObject record = WhatIf.object(WhatIf.object(consents, dimension), key);
        String state = WhatIf.text(record.get("state"));
        return new PersonPath.ConsentNote(
                dimension,
                key,
                titles.consent(dimension, key),
                state.isEmpty() ? "unknown" : state,
                WhatIf.text(record.get("time")),
                WhatIf.text(record.get("policyVersion")),
                WhatIf.text(record.get("source")));
    }

    private PersonPath.DenialNote note(Denial denial) {
        RuleInfo rule = replay.plan().pack().rule(denial.rule()).orElse(null);
        return rule == null
                ? new PersonPath.DenialNote(denial.rule(), denial.reason(), denial.rule(), "", "", 0)
                : new PersonPath.DenialNote(
                        denial.rule(), denial.reason(), rule.title(), rule.description(), rule.file(), rule.line());
    }

    private String happened(Visit visit, ZoneId zone) {
        if (visit.decision() != null) {
            return switch (visit.decision().rung()) {
                case SILENCE ->
                    visit.decision().tried().isEmpty()
                            ? "Nothing sent: the ladder has nothing to send"
                            : "Nothing sent: every rung was denied";
                case PERSONALISED, CONTEXTUAL, GENERIC ->
                    "Sent the " + visit.decision().rung().wire() + " message by "
                            + titles.channel(
                                    visit.row() == null ? "" : visit.row().channel());
            };
        }
        if (visit.port() == null) {
            return visit.end()
                    ? "Left the journey"
                            + (visit.step().summary().isEmpty()
                                    ? ""
                                    : ": " + visit.step().summary())
                    : "Still here when the run was over";
        }
        String port = visit.port().title();
        return visit.left() == visit.arrived() ? port : port + ", " + local(visit.left(), zone);
    }

    private static String outcome(@Nullable PersonRow summary) {
        if (summary == null) {
            return "Never entered the journey";
        }
        Outcome outcome = summary.outcome();
        return switch (outcome) {
            case PERSONALISED -> "Got a personalised message";
            case CONTEXTUAL -> "Got a contextual message";
            case GENERIC -> "Got a generic message";
            case SILENCE -> "Got no message";
            case HELD -> "Held out, not contacted";
            case NOT_REACHED -> "Came to no message";
        };
    }

    static String local(long time, ZoneId zone) {
        return LOCAL.format(Instant.ofEpochMilli(time).atZone(zone));
    }
}
