package org.wayleave.journey.ui.inspect;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.EventMatch;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;
import org.wayleave.ui.control.Forms;

/** The forms of steps that say when: entries, waits, goals. */
final class TimingForms {

    private static final int MOST_DAYS = 365;
    private static final EventMatch FIRST_EVENT = new EventMatch("purchase");

    private final StepForm form;
    private final Vocabulary words;
    private final Texts texts;

    TimingForms(StepForm form, Vocabulary words) {
        this.form = form;
        this.words = words;
        this.texts = form.texts();
    }

    List<Node> entry(EntryStep step) {
        Trigger trigger = step.trigger();
        String kind = switch (trigger) {
            case Trigger.OnEvent event -> "event";
            case Trigger.OnAudience audience -> "audience";
            case Trigger.OnSchedule schedule -> "schedule";
        };
        Forms.Field kindField = form.choice(
                texts.get("form.trigger"), kind, choices("event", "audience", "schedule"), "", (chosen, field) -> {
                    if (!chosen.equals(kind)) {
                        form.restructure(old -> withTrigger(old, fresh(chosen, trigger)));
                    }
                });
        Node detail = switch (trigger) {
            case Trigger.OnEvent event ->
                EditForm.block(
                        event(
                                event.match(),
                                match -> old -> withTrigger(
                                        old, new Trigger.OnEvent(match, event.conditions(), event.extras()))),
                        conditions(
                                event.conditions(),
                                made -> old -> withTrigger(
                                        old, new Trigger.OnEvent(currentMatch(old), made, event.extras()))));
            case Trigger.OnAudience audience ->
                conditions(
                        audience.conditions(),
                        made -> old -> withTrigger(old, new Trigger.OnAudience(made, audience.extras())));
            case Trigger.OnSchedule schedule ->
                EditForm.block(
                        form.whole(
                                texts.get("form.every"),
                                schedule.everyDays(),
                                1,
                                MOST_DAYS,
                                "",
                                (days, field) -> form.change(
                                        old -> withTrigger(
                                                old,
                                                new Trigger.OnSchedule(
                                                        days, schedule.at(), schedule.conditions(), schedule.extras())),
                                        field)),
                        time(
                                texts.get("form.at"),
                                schedule.at(),
                                at -> old -> withTrigger(
                                        old,
                                        new Trigger.OnSchedule(
                                                schedule.everyDays(), at, schedule.conditions(), schedule.extras()))),
                        conditions(
                                schedule.conditions(),
                                made -> old -> withTrigger(
                                        old,
                                        new Trigger.OnSchedule(
                                                schedule.everyDays(), schedule.at(), made, schedule.extras()))));
        };
        return List.of(kindField, detail, reEntry(step.reEntry()));
    }

    private Node reEntry(ReEntry rule) {
        Forms.Field choice = form.choice(
                texts.get("form.re-entry"),
                rule.rule().wire(),
                choices("never", "after-exit", "after-days"),
                texts.get("form.re-entry.help"),
                (chosen, field) -> {
                    if (!chosen.equals(rule.rule().wire())) {
                        form.restructure(old -> withReEntry(
                                old,
                                switch (ReEntry.Rule.of(chosen).orElse(ReEntry.Rule.NEVER)) {
                                    case NEVER -> ReEntry.never();
                                    case AFTER_EXIT -> ReEntry.afterExit();
                                    case AFTER_DAYS -> ReEntry.afterDays(180);
                                }));
                    }
                });
        if (rule.rule() != ReEntry.Rule.AFTER_DAYS) {
            return choice;
        }
        return EditForm.block(
                choice,
                form.whole(
                        texts.get("form.re-entry.days"),
                        rule.days(),
                        1,
                        3 * MOST_DAYS,
                        "",
                        (days, field) -> form.change(old -> withReEntry(old, ReEntry.afterDays(days)), field)));
    }

    List<Node> waiting(WaitStep step) {
        WaitRule rule = step.rule();
        String kind = switch (rule) {
            case WaitRule.ForDuration duration -> "duration";
            case WaitRule.ForEvent event -> "for-event";
            case WaitRule.UntilWindow window -> "window";
        };
        Forms.Field kindField = form.choice(
                texts.get("form.wait"), kind, choices("duration", "for-event", "window"), "", (chosen, field) -> {
                    if (!chosen.equals(kind)) {
                        form.restructure(old -> withRule(old, freshRule(chosen)));
                    }
                });
        Node detail = switch (rule) {
            case WaitRule.ForDuration wait ->
                duration(wait.duration(), made -> old -> withRule(old, new WaitRule.ForDuration(made, wait.extras())));
            case WaitRule.ForEvent wait ->
                EditForm.block(
                        event(
                                wait.match(),
                                match -> old -> withRule(
                                        old, new WaitRule.ForEvent(match, currentTimeout(old), wait.extras()))),
                        duration(
                                wait.timeout(),
                                made -> old ->
                                        withRule(old, new WaitRule.ForEvent(currentEvent(old), made, wait.extras()))));
            case WaitRule.UntilWindow window ->
                EditForm.row(
                        time(
                                texts.get("form.from"),
                                window.from(),
                                from -> old -> withRule(
                                        old,
                                        new WaitRule.UntilWindow(
                                                from, currentWindow(old).to(), window.days(), window.extras()))),
                        time(
                                texts.get("form.to"),
                                window.to(),
                                to -> old -> withRule(
                                        old,
                                        new WaitRule.UntilWindow(
                                                currentWindow(old).from(), to, window.days(), window.extras()))));
        };
        return List.of(kindField, detail);
    }

    List<Node> goal(GoalStep step) {
        return List.of(
                event(step.match(), match -> old -> {
                    GoalStep goal = (GoalStep) old;
                    return new GoalStep(
                            goal.id(), goal.title(), goal.position(), match, goal.withinDays(), goal.extras());
                }),
                form.whole(
                        texts.get("form.within"),
                        step.withinDays(),
                        1,
                        MOST_DAYS,
                        texts.get("form.within.help"),
                        (days, field) -> form.change(
                                old -> {
                                    GoalStep goal = (GoalStep) old;
                                    return new GoalStep(
                                            goal.id(),
                                            goal.title(),
                                            goal.position(),
                                            goal.match(),
                                            days,
                                            goal.extras());
                                },
                                field)));
    }

    private Node event(EventMatch match, Function<EventMatch, java.util.function.UnaryOperator<Step>> change) {
        return form.choice(
                texts.get("form.event"),
                match.event(),
                words.events(),
                "",
                (chosen, field) -> form.change(change.apply(new EventMatch(chosen, match.category())), field));
    }

    private Node conditions(
            List<org.wayleave.journey.graph.Condition> conditions,
            Function<List<org.wayleave.journey.graph.Condition>, java.util.function.UnaryOperator<Step>> change) {
        return new ConditionsForm(
                form,
                words,
                conditions,
                made -> form.change(change.apply(made), null),
                made -> form.restructure(change.apply(made)));
    }

    private Node duration(Duration value, Function<Duration, java.util.function.UnaryOperator<Step>> change) {
        Duration[] now = {value};
        Forms.Field days = form.whole(
                texts.get("form.days"), (int) Math.min(MOST_DAYS, value.toDays()), 0, MOST_DAYS, "", (d, field) -> {
                    now[0] = now[0].minusDays(now[0].toDays()).plusDays(d);
                    form.change(change.apply(now[0]), field);
                });
        Forms.Field hours = form.whole(texts.get("form.hours"), value.toHoursPart(), 0, 23, "", (h, field) -> {
            now[0] = now[0].minusHours(now[0].toHoursPart()).plusHours(h);
            form.change(change.apply(now[0]), field);
        });
        Forms.Field minutes = form.whole(texts.get("form.minutes"), value.toMinutesPart(), 0, 59, "", (m, field) -> {
            now[0] = now[0].minusMinutes(now[0].toMinutesPart()).plusMinutes(m);
            form.change(change.apply(now[0]), field);
        });
        return EditForm.row(days, hours, minutes);
    }

    private Forms.Field time(
            String label, LocalTime value, Function<LocalTime, java.util.function.UnaryOperator<Step>> change) {
        return form.text(label, value.toString(), "", (text, field) -> {
            try {
                String padded = text.length() == 4 && text.charAt(1) == ':' ? "0" + text : text;
                form.change(change.apply(LocalTime.parse(padded)), field);
            } catch (DateTimeParseException unclear) {
                field.setError(texts.get("form.time.error"));
            }
        });
    }

    private List<Vocabulary.Choice> choices(String... ids) {
        return java.util.Arrays.stream(ids)
                .map(id -> new Vocabulary.Choice(id, texts.get("form.choice." + id)))
                .toList();
    }

    private static Trigger fresh(String kind, Trigger before) {
        List<org.wayleave.journey.graph.Condition> conditions = switch (before) {
            case Trigger.OnEvent event -> event.conditions();
            case Trigger.OnAudience audience -> audience.conditions();
            case Trigger.OnSchedule schedule -> schedule.conditions();
        };
        return switch (kind) {
            case "audience" -> new Trigger.OnAudience(conditions);
            case "schedule" -> new Trigger.OnSchedule(7, LocalTime.of(9, 0), conditions);
            default -> new Trigger.OnEvent(FIRST_EVENT, conditions, org.wayleave.journey.graph.Extras.NONE);
        };
    }

    private static WaitRule freshRule(String kind) {
        return switch (kind) {
            case "for-event" -> new WaitRule.ForEvent(FIRST_EVENT, Duration.ofDays(7));
            case "window" -> new WaitRule.UntilWindow(LocalTime.of(8, 0), LocalTime.of(20, 0));
            default -> new WaitRule.ForDuration(Duration.ofDays(1));
        };
    }

    // What another field of the form has changed meanwhile is read from the step as it now stands.

    private static EventMatch currentMatch(Step step) {
        return step instanceof EntryStep entry && entry.trigger() instanceof Trigger.OnEvent event
                ? event.match()
                : FIRST_EVENT;
    }

    private static EventMatch currentEvent(Step step) {
        return step instanceof WaitStep wait && wait.rule() instanceof WaitRule.ForEvent event
                ? event.match()
                : FIRST_EVENT;
    }

    private static Duration currentTimeout(Step step) {
        return step instanceof WaitStep wait && wait.rule() instanceof WaitRule.ForEvent event
                ? event.timeout()
                : Duration.ofDays(7);
    }

    private static WaitRule.UntilWindow currentWindow(Step step) {
        return step instanceof WaitStep wait && wait.rule() instanceof WaitRule.UntilWindow window
                ? window
                : new WaitRule.UntilWindow(LocalTime.of(8, 0), LocalTime.of(20, 0));
    }

    private static Step withTrigger(Step step, Trigger trigger) {
        EntryStep entry = (EntryStep) step;
        return new EntryStep(entry.id(), entry.title(), entry.position(), trigger, entry.reEntry(), entry.extras());
    }

    private static Step withReEntry(Step step, ReEntry rule) {
        EntryStep entry = (EntryStep) step;
        return new EntryStep(entry.id(), entry.title(), entry.position(), entry.trigger(), rule, entry.extras());
    }

    private static Step withRule(Step step, WaitRule rule) {
        WaitStep wait = (WaitStep) step;
        return new WaitStep(wait.id(), wait.title(), wait.position(), rule, wait.extras());
    }
}
