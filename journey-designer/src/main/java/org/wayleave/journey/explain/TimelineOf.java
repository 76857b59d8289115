package org.wayleave.journey.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.wayleave.data.Outcome;
import org.wayleave.data.Reaction;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.event.EventHistory;
import org.wayleave.journey.simulate.Replay;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.journey.simulate.Visit;

/** What happened to one person in a run, in order of time. */
final class TimelineOf {

    private static final long DAY = 24 * 3_600_000L;
    private static final long CONSENTS_BEFORE = 400 * DAY;

    private final SimulationPlan plan;
    private final Replay.Walk walk;
    private final Titles titles;
    private final ZoneId zone;
    private final Outcome outcome;
    private final List<PersonPath.Moment> moments = new ArrayList<>();

    TimelineOf(SimulationPlan plan, Replay.Walk walk, Titles titles) {
        this.plan = plan;
        this.walk = walk;
        this.titles = titles;
        this.zone = walk.person().zone();
        this.outcome = plan.recipe().outcome();
    }

    List<PersonPath.Moment> moments() {
        long start = plan.start().toEpochMilli();
        long end = start + plan.days() * DAY;
        consents(start, end);
        outcomes(start, end);
        walk.visits().forEach(this::visit);
        moments.sort(Comparator.comparing(PersonPath.Moment::time));
        return List.copyOf(moments);
    }

    private void consents(long start, long end) {
        ConsentHistory history = walk.consents();
        for (int i = 0; i < history.changes(); i++) {
            ConsentChange change = history.change(i);
            if (change.time() >= start - CONSENTS_BEFORE && change.time() < end) {
                String what = titles.consent(change.dimension().wire(), change.key());
                add(
                        change.time(),
                        "consent",
                        change.kind().state().wire(),
                        "Consent to " + what + " " + change.kind().wire() + " (" + change.source() + ")");
            }
        }
    }

    private void outcomes(long start, long end) {
        int code = outcome.event().code();
        String title = outcome.title();
        EventHistory past = walk.person().history();
        for (int i = past.size() - 1; i >= 0; i--) {
            if (past.code(i) == code) {
                add(past.time(i), "purchase", "", "Last before the run: " + words(title, past.value(i)));
                break;
            }
        }
        EventHistory future = walk.person().future();
        for (int i = 0; i < future.size(); i++) {
            if (future.code(i) == code && future.time(i) >= start && future.time(i) < end) {
                add(future.time(i), "purchase", "", "Without any contact: " + words(title, future.value(i)));
            }
        }
    }

    private void visit(Visit visit) {
        long time = visit.arrived();
        if (visit.decision() != null) {
            String rung = visit.decision().rung().wire();
            boolean silent = visit.decision().taken() < 0;
            String text = silent
                    ? visit.step().title() + ": nothing sent"
                    : visit.step().title() + ": " + rung + " message by "
                            + titles.channel(
                                    visit.row() == null ? "" : visit.row().channel());
            add(time, silent ? "silence" : "message", rung, text);
        } else {
            add(time, "step", "", visit.step().title());
        }
        Reaction reaction = visit.reaction();
        if (reaction == null) {
            return;
        }
        if (reaction.clicked() || reaction.opened()) {
            add(time, "reaction", "", reaction.clicked() ? "Opened it and followed it" : "Noticed it");
        }
        Reaction.ExtraOutcome extra = reaction.extra();
        if (extra != null) {
            add(time + extra.delayMillis(), "purchase", "", "Because of it: " + words(outcome.title(), extra.value()));
        }
        if (reaction.preventsNext()) {
            add(
                    time,
                    "reaction",
                    "",
                    "Is annoyed, so that the next does not come: "
                            + outcome.title().toLowerCase(Locale.ROOT));
        }
        if (reaction.discountShare() > 0) {
            add(
                    time,
                    "reaction",
                    "",
                    "Will use the discount on what was coming anyway: "
                            + outcome.title().toLowerCase(Locale.ROOT));
        }
        if (reaction.unsubscribes()) {
            add(time + reaction.unsubscribeDelayMillis(), "reaction", "denied", "Unsubscribes");
        }
    }

    private String words(String title, double value) {
        return outcome.counted() ? title : String.format(Locale.ROOT, "%s, %.2f %s", title, value, outcome.unit());
    }

    private void add(long time, String kind, String mark, String text) {
        moments.add(new PersonPath.Moment(Instant.ofEpochMilli(time), Explainer.local(time, zone), kind, mark, text));
    }
}
