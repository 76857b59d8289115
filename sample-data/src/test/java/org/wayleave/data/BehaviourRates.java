package org.wayleave.data;

import java.util.List;
import java.util.Objects;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.process.Amount;
import org.wayleave.data.process.Delay;
import org.wayleave.data.process.Emission;
import org.wayleave.data.process.Joining;
import org.wayleave.data.process.LifeProcess;
import org.wayleave.data.process.Recurring;
import org.wayleave.data.process.Sessions;
import org.wayleave.data.process.States;
import org.wayleave.data.process.Subject;

/** Compares what people do with the processes of a recipe, whatever these are. */
final class BehaviourRates {
    private static final long DAY = SeasonCalendar.DAY;

    private final RecipeContent content;
    private final Rates rates;

    private Person person;
    private EventHistory events;
    private int segment;
    private int[] byOrigin;
    private OrganicLife life;
    private double[] days;

    BehaviourRates(RecipeContent content, Rates rates) {
        this.content = content;
        this.rates = rates;
        person = new PersonGenerator(Populations.RETAIL, 0, Populations.AS_OF, 0).person(0);
        events = person.history();
        byOrigin = new int[0];
        days = new double[0];
        life = person.organic();
    }

    void observe(Person next) {
        person = next;
        life = person.organic();
        events = life.all();
        segment = person.profile().segment;
        byOrigin = new int[content.rules().size()];
        for (int i = 0; i < events.size(); i++) {
            if (events.origin(i) >= 0) {
                byOrigin[events.origin(i)]++;
            }
        }
        days = days();
        List<LifeProcess> processes = content.processes();
        for (int i = 0; i < processes.size(); i++) {
            switch (processes.get(i)) {
                case Sessions sessions -> sessions(i, sessions);
                case Recurring recurring -> recurring(i, recurring);
                case States states -> states(i, states);
                case Joining joining -> joining(joining);
            }
        }
        content.consequences().forEach((event, rules) -> {
            int code = content.events().require(event).code();
            rules.forEach(rule -> child(rule, 1, k -> events.code(k) == code));
        });
    }

    /** How much of each day lies between the later of joining and the start of history, and the horizon. */
    private double[] days() {
        Population population = person.population();
        double[] parts = new double[population.calendar.days()];
        long from = Math.max(population.windowStart, person.joined());
        for (int d = 0; d < parts.length; d++) {
            long start = (population.calendar.firstDay() + (long) d) * DAY;
            parts[d] = Math.max(0, Math.min(start + DAY, population.end) - Math.max(start, from)) / (double) DAY;
        }
        return parts;
    }

    private void sessions(int process, Sessions sessions) {
        Population population = person.population();
        double perDay = sessions.perYear()[segment] / 365 * population.paces[process].of(person.profile().flags);
        double expected = 0;
        double plain = 0;
        for (int d = 0; d < days.length; d++) {
            double today =
                    perDay * population.paces[process].on(d, life.paths()) * population.busy[process][d] * days[d];
            expected += today;
            plain += sale(d) ? 0 : today;
        }
        Emission step = sessions.step();
        double declared = expected * sessions.stepsMean() * step.chance().bySegment()[segment];
        if (step.chance().byCategory().length == 0) {
            String of = content.segments().get(segment).id();
            rates.note(sessions.id() + " steps of " + of, byOrigin[step.origin()], declared);
        }
        if (step.subject().kind() == Subject.Kind.AFFINITY && step.chance().byCategory().length == 0) {
            categories(sessions.id(), step);
        }
        for (Emission rule : sessions.opening()) {
            rates.note(
                    rule.path(),
                    byOrigin[rule.origin()],
                    expected * rule.chance().bySegment()[segment]);
        }
        double left = 1;
        for (Emission rule : sessions.closing()) {
            boolean told = rule.available() || step.stock() == null;
            double p = rule.chance().bySegment()[segment];
            if (told && rule.chance().byCategory().length == 0 && step.chance().certain()) {
                rates.note(rule.path(), outsideSales(rule), plain * left * p);
            }
            left *= 1 - p;
            children(rule);
        }
        sessions.opening().forEach(this::children);
        children(step);
    }

    private boolean sale(int day) {
        SeasonCalendar calendar = person.population().calendar;
        // Around the edges of a sale, UTC and local day may differ.
        return calendar.saleDiscount(Math.max(0, day - 1))
                        + calendar.saleDiscount(day)
                        + calendar.saleDiscount(Math.min(calendar.days() - 1, day + 1))
                > 0;
    }

    private int outsideSales(Emission rule) {
        int count = 0;
        for (int k = 0; k < events.size(); k++) {
            count += events.origin(k) == rule.origin()
                            && !sale(person.population().calendar.day(events.time(k)))
                    ? 1
                    : 0;
        }
        return count;
    }

    private void categories(String process, Emission step) {
        int[] counts = new int[content.categories().size()];
        int all = 0;
        for (int k = 0; k < events.size(); k++) {
            if (events.origin(k) == step.origin()) {
                counts[events.category(k)]++;
                all++;
            }
        }
        for (int c = 0; c < counts.length; c++) {
            Category category = content.categories().get(c);
            rates.note(process + " about " + category.id(), counts[c], all * content.categoryShares()[segment][c]);
        }
    }

    /** Compares what follows from a rule's events, directly and further on. */
    private void children(Emission parent) {
        double left = 1;
        for (Emission rule : parent.then()) {
            double before = left;
            left *= parent.oneOf() ? 1 - rule.chance().bySegment()[segment] : 1;
            child(
                    rule,
                    before,
                    k -> events.origin(k) == parent.origin()
                            && events.code(k) == parent.event().code());
        }
        if (parent.stock() != null) {
            children(parent.stock().back());
        }
        amount(parent);
    }

    private interface IsParent {
        boolean test(int event);
    }

    private void child(Emission rule, double left, IsParent parent) {
        double declared = 0;
        Delay delay = rule.delay();
        int shown = 0;
        boolean sales = rule.chance().sale() != 0;
        for (int k = 0; k < events.size(); k++) {
            boolean counts = !sales || !sale(person.population().calendar.day(events.time(k)));
            if (counts && parent.test(k)) {
                declared += left
                        * rule.chance().declared(segment, events.category(k))
                        * delay.within((double) person.population().end - events.time(k));
            }
            shown += counts
                            && events.origin(k) == rule.origin()
                            && events.code(k) == rule.event().code()
                    ? 1
                    : 0;
        }
        rates.note(rule.path(), shown, declared);
        children(rule);
    }

    private void amount(Emission rule) {
        Amount amount = rule.amount();
        if (amount != null && amount.kind() == Amount.Kind.DRAWN && amount.value() == 0) {
            double sum = 0;
            int count = 0;
            for (int k = 0; k < events.size(); k++) {
                if (events.origin(k) == rule.origin()) {
                    sum += events.value(k);
                    count++;
                }
            }
            double mean = amount.mean()[segment];
            rates.note("amount of " + rule.path(), mean == 0 ? sum : sum / mean, count);
        }
    }

    private void recurring(int process, Recurring recurring) {
        Population population = person.population();
        double due = 0;
        for (int d = 0; d < days.length; d++) {
            double pace = Math.min(
                    1,
                    recurring.keep()
                            * population.paces[process].of(person.profile().flags)
                            * population.paces[process].on(d, life.paths()));
            if (recurring.monthDay() > 0) {
                due += population.calendar.dayOfMonth(d) == recurring.monthDay() ? days[d] * pace : 0;
            } else {
                double spread = recurring.spread();
                due += days[d] * pace / recurring.everyDays() * StrictMath.exp(spread * spread);
            }
        }
        Emission rule = recurring.emission();
        double declared = recurring.share()[segment] * due * rule.chance().bySegment()[segment];
        rates.note(rule.path(), byOrigin[rule.origin()], declared);
        children(rule);
    }

    private void joining(Joining joining) {
        boolean joined = person.joined() >= person.population().windowStart;
        for (Emission rule : joining.emissions()) {
            double inTime = rule.delay().within((double) person.population().end - person.joined());
            rates.note(
                    rule.path(), byOrigin[rule.origin()], joined ? rule.chance().bySegment()[segment] * inTime : 0);
            children(rule);
        }
    }

    private void states(int process, States chain) {
        StatePath path = Objects.requireNonNull(life.paths()[process]);
        rates.share(chain.id() + " concerns", path.concerned(), chain.share()[segment]);
        for (States.State state : chain.states()) {
            state.enter().forEach(this::children);
        }
        if (!path.concerned()) {
            return;
        }
        if (person.joined() < person.population().windowStart - DAY) {
            for (int s = 0; s < chain.states().size(); s++) {
                rates.share(
                        chain.id() + " begins " + chain.states().get(s).id(),
                        path.at(path.firstStep()) == s,
                        chain.initial()[s]);
            }
        }
        for (int step = path.firstStep(); step + 1 < path.steps(); step++) {
            States.State state = chain.states().get(path.at(step));
            for (States.Leave leave : state.leave()) {
                rates.share(
                        chain.id() + " " + state.id() + " to "
                                + chain.states().get(leave.to()).id(),
                        path.at(step + 1) == leave.to(),
                        leave.at(path.tenure(step)));
            }
        }
    }
}
