package org.wayleave.journey.graph;

import java.time.LocalTime;
import java.util.List;

/** What brings people into a journey. */
public sealed interface Trigger {

    /**
     * An event of the person, and every one of the conditions at that moment.
     *
     * @param match which events
     * @param conditions all must hold
     */
    record OnEvent(EventMatch match, List<Condition> conditions, Extras extras) implements Trigger {
        public OnEvent {
            conditions = List.copyOf(conditions);
        }

        public OnEvent(EventMatch match) {
            this(match, List.of(), Extras.NONE);
        }

        @Override
        public String summary() {
            return "event · " + match.summary();
        }
    }

    /**
     * Membership of an audience, looked at once a day at midnight UTC; a person enters when all conditions hold.
     *
     * @param conditions all must hold; at least one
     */
    record OnAudience(List<Condition> conditions, Extras extras) implements Trigger {
        public OnAudience {
            conditions = List.copyOf(conditions);
        }

        public OnAudience(List<Condition> conditions) {
            this(conditions, Extras.NONE);
        }

        @Override
        public String summary() {
            return "audience";
        }
    }

    /**
     * A calendar: every so many days from the start of the run at a local time, all for whom the conditions hold.
     *
     * @param everyDays days between two entries, at least 1
     * @param at local time of the person
     * @param conditions all must hold; may be empty
     */
    record OnSchedule(int everyDays, LocalTime at, List<Condition> conditions, Extras extras) implements Trigger {
        public OnSchedule {
            conditions = List.copyOf(conditions);
            if (everyDays < 1) {
                throw new IllegalArgumentException("a schedule repeats after at least one day: " + everyDays);
            }
        }

        public OnSchedule(int everyDays, LocalTime at, List<Condition> conditions) {
            this(everyDays, at, conditions, Extras.NONE);
        }

        @Override
        public String summary() {
            return (everyDays == 1 ? "every day" : "every " + everyDays + " days") + " at " + at;
        }
    }

    /** The trigger in a few words. */
    String summary();
}
