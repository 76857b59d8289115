package org.wayleave.data;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.event.EventColumns;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;
import org.wayleave.data.process.Emission;
import org.wayleave.data.process.Joining;
import org.wayleave.data.process.LifeProcess;
import org.wayleave.data.process.Recurring;
import org.wayleave.data.process.Sessions;
import org.wayleave.data.process.States;
import org.wayleave.data.random.Draws;

/**
 * Draws what a person does when nobody contacts them, day by day in local time. Each day has its own numbers, so that a longer
 * horizon adds days and changes none.
 */
final class OrganicLife {
    private static final long SECOND = 1000;
    private static final long HOUR = 3600 * SECOND;

    // Counters of a session or of one occurrence of something recurring.
    private static final int AT_HOUR = 0;
    private static final int AT_SECOND = 1;
    private static final int STEPS = 2;
    private static final int GAP = 3;
    private static final int KEEP = 4;
    private static final int INTERVAL = 5;

    private static final int MOST_STEPS = 500;

    private final Population population;
    private final Profile profile;
    private final long personKey;
    private final EventColumns columns;
    private final Emitter emitter;
    private final @Nullable StatePath[] paths;
    private final int firstDay;

    OrganicLife(Population population, Profile profile, long personKey, double[] affinity) {
        this.population = population;
        this.profile = profile;
        this.personKey = personKey;
        columns = new EventColumns(population.content.events(), population.usualEvents);
        emitter = new Emitter(population, profile, personKey, Shares.cumulative(affinity), columns);
        firstDay = Math.max(0, population.calendar.day(profile.joined));
        paths = new StatePath[population.content.processes().size()];
        states();
    }

    /** Draws all events from a year before the moment of observation to the horizon. */
    void live(ConsentHistory consents) {
        List<LifeProcess> processes = population.content.processes();
        for (int i = 0; i < processes.size(); i++) {
            switch (processes.get(i)) {
                case Sessions sessions -> sessions(i, sessions);
                case Recurring recurring -> recurring(i, recurring);
                case States states -> entries(i, states);
                case Joining joining -> joined(i, joining);
            }
        }
        withdrawals(consents);
    }

    EventHistory all() {
        return columns.window(population.windowStart, population.end);
    }

    EventHistory history() {
        return columns.window(population.windowStart, population.asOf());
    }

    EventHistory future() {
        return columns.window(population.asOf(), population.end);
    }

    /** Returns the paths through the states of each process, by its position in the recipe; null for other processes. */
    @Nullable
    StatePath[] paths() {
        return paths;
    }

    private long processKey(int process) {
        return Draws.subKey(personKey, population.processKeys[process]);
    }

    private void states() {
        List<LifeProcess> processes = population.content.processes();
        SeasonCalendar calendar = population.calendar;
        double tenure = calendar.day(profile.joined) > 0
                ? -1
                : (double) (population.windowStart - profile.joined) / SeasonCalendar.DAY;
        for (int i = 0; i < paths.length; i++) {
            if (processes.get(i) instanceof States chain) {
                double start = tenure < 0 ? -firstDay : tenure;
                paths[i] = StatePath.draw(chain, profile.segment, processKey(i), calendar.days(), firstDay, start);
            }
        }
    }

    private void entries(int process, States chain) {
        StatePath path = Objects.requireNonNull(paths[process]);
        long key = Draws.subKey(processKey(process), 1);
        for (int step = path.firstStep() + 1; step < path.steps(); step++) {
            List<Emission> enter = chain.states().get(path.at(step)).enter();
            if (path.at(step) == path.at(step - 1) || enter.isEmpty()) {
                continue;
            }
            long own = Draws.subKey(key, step);
            int day = step * chain.stepDays() + Draws.below(own, GAP, chain.stepDays());
            if (day < population.calendar.days() - 1) {
                happenAll(enter, time(own, day, population.hours[profile.device]), own);
            }
        }
    }

    private void joined(int process, Joining joining) {
        if (profile.joined >= population.windowStart) {
            happenAll(joining.emissions(), profile.joined, processKey(process));
        }
    }

    private void happenAll(List<Emission> emissions, long time, long key) {
        emitter.aboutNothing();
        for (int i = 0; i < emissions.size(); i++) {
            emitter.consider(emissions.get(i), time, key, 0, 0);
        }
    }

    private void sessions(int process, Sessions sessions) {
        double perDay = sessions.perYear()[profile.segment] / 365;
        if (perDay == 0) {
            return;
        }
        double spread = sessions.spread();
        if (spread != 0) {
            // Log-normal over people with mean 1, so that the mean over people is what the recipe says.
            perDay *= StrictMath.exp(spread * profile.value - spread * spread / 2);
        }
        SeasonCalendar calendar = population.calendar;
        double[] busy = population.busy[process];
        long key = processKey(process);
        long dayKey = Draws.subKey(key, 1);
        long sessionKey = Draws.subKey(key, 2);
        Pace pace = population.paces[process];
        perDay *= pace.of(profile.flags);
        int last = calendar.days() - 1;
        for (int day = firstDay; day < last; day++) {
            double expected = perDay * pace.on(day, paths) * busy[day];
            int count = (int) (expected + Draws.uniform(dayKey, calendar.firstDay() + day));
            for (int i = 0; i < count; i++) {
                session(process, sessions, day, Draws.subKey(sessionKey, (calendar.firstDay() + day) * 64L + i));
            }
        }
    }

    private void session(int process, Sessions sessions, int day, long key) {
        double spread = sessions.spread();
        int sale = population.calendar.saleDiscount(day);
        double[] hours = population.processHours[process];
        long time = time(key, day, hours.length == 0 ? population.hours[profile.device] : hours);
        int steps = sessions.stepsMean() == 1
                ? 1
                : 1 + Math.min(MOST_STEPS, Draws.geometric(key, STEPS, 1 / sessions.stepsMean()));
        Emission step = sessions.step();
        Emission closing = closing(sessions, key, spread, sale);
        emitter.aboutNothing();
        for (int s = 0; s < steps; s++) {
            long stepKey = Draws.subKey(key, s);
            boolean last = s == steps - 1;
            emitter.choose(step, stepKey);
            if (s == 0) {
                time = open(sessions, time, key, sale);
            }
            Emission.StockWatch stock = step.stock();
            boolean available = stock == null || (last && closing != null && closing.available());
            long back = available ? 0 : emitter.backInStock(time);
            if (back > 0 && stock != null) {
                emitter.soldOut(step, stock, time, back, stepKey);
            } else if (emitter.happens(step, stepKey, spread, sale)) {
                emitter.emit(step, time, stepKey, spread, sale);
                if (last && closing != null) {
                    close(closing, time, key, spread, sale);
                }
            }
            time = Emitter.after(sessions.gap(), time, stepKey, GAP);
        }
    }

    private @Nullable Emission closing(Sessions sessions, long key, double spread, int sale) {
        for (int i = 0; i < sessions.closing().size(); i++) {
            Emission rule = sessions.closing().get(i);
            if (emitter.happens(rule, key, spread, sale)) {
                return rule;
            }
        }
        return null;
    }

    private void close(Emission rule, long time, long key, double spread, int sale) {
        emitter.choose(rule, key);
        emitter.emit(rule, emitter.time(rule, time, key), key, spread, sale);
    }

    /** Makes what comes before the first step; the step then takes place a while later. */
    private long open(Sessions sessions, long time, long key, int sale) {
        long now = time;
        for (int i = 0; i < sessions.opening().size(); i++) {
            Emission rule = sessions.opening().get(i);
            if (emitter.happens(rule, key, sessions.spread(), sale)) {
                emitter.emit(rule, now, key, sessions.spread(), sale);
                now = emitter.time(rule, now, key);
            }
        }
        return now;
    }

    private void recurring(int process, Recurring recurring) {
        long key = processKey(process);
        if (Draws.uniform(key, 0) >= recurring.share()[profile.segment]) {
            return;
        }
        if (recurring.monthDay() > 0) {
            monthly(process, recurring, Draws.subKey(key, 1));
        } else {
            cyclic(process, recurring, key);
        }
    }

    private void monthly(int process, Recurring recurring, long key) {
        SeasonCalendar calendar = population.calendar;
        for (int day = firstDay; day < calendar.days() - 1; day++) {
            if (calendar.dayOfMonth(day) == recurring.monthDay()) {
                occur(process, recurring, day, Draws.subKey(key, calendar.firstDay() + (long) day), key);
            }
        }
    }

    private void cyclic(int process, Recurring recurring, long key) {
        double spread = recurring.spread();
        double cycle = recurring.everyDays()
                * (spread == 0 ? 1 : StrictMath.exp(spread * Draws.normal(key, 1) - spread * spread / 2));
        double due = firstDay + Draws.uniform(key, 2) * cycle;
        int last = population.calendar.days() - 1;
        for (int n = 1; due < last; n++) {
            long own = Draws.subKey(key, n);
            occur(process, recurring, (int) due, own, key);
            double jitter =
                    spread == 0 ? 1 : StrictMath.exp(spread / 2 * Draws.normal(own, INTERVAL) - spread * spread / 8);
            due += Math.max(1, cycle * jitter);
        }
    }

    /**
     * Lets a due one take place.
     *
     * @param subjectKey decides what it is about
     */
    private void occur(int process, Recurring recurring, int day, long key, long subjectKey) {
        double keep = recurring.keep()
                * population.paces[process].of(profile.flags)
                * population.paces[process].on(day, paths);
        Emission rule = recurring.emission();
        int sale = population.calendar.saleDiscount(day);
        if (Draws.uniform(key, KEEP) >= keep || !emitter.happens(rule, key, 0, sale)) {
            return;
        }
        emitter.aboutNothing();
        emitter.choose(rule, subjectKey);
        long time = time(key, day, population.hours[profile.device]);
        emitter.emit(rule, emitter.time(rule, time, key), key, 0, sale);
    }

    private long time(long key, int day, double[] hours) {
        int hour = Draws.categorical(key, AT_HOUR, hours);
        return population.calendar.epochMilli(
                profile.zone, day, hour * HOUR + Draws.below(key, AT_SECOND, 3600) * SECOND);
    }

    private void withdrawals(ConsentHistory consents) {
        var events = population.content.consents().events();
        if (events.isEmpty()) {
            return;
        }
        for (int i = 0; i < consents.changes(); i++) {
            long time = consents.time(i);
            if (consents.kind(i) == ConsentChange.Kind.WITHDRAWN
                    && time > profile.joined
                    && time >= population.windowStart
                    && time < population.end) {
                EventType type = events.get(consents.source(i));
                if (type != null) {
                    columns.add(time, type.code(), -1, -1, -1, 0, 0, EventHistory.NO_ORIGIN);
                }
            }
        }
    }
}
