package org.wayleave.data.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wayleave.data.catalogue.ConsentName;
import org.wayleave.data.catalogue.OptIn;
import org.wayleave.data.catalogue.OptInRule;

/** Decides by declared rules which consent a person may be asked for next, and says why others may not be. */
public final class OptInOffers {
    private final OptIn optIn;

    /** What a person did, as far as rules look at it. */
    @FunctionalInterface
    public interface Occasions {
        /** Returns how many events of some kinds there were from an instant (inclusive) to another (exclusive). */
        int count(List<String> events, Instant from, Instant to);
    }

    /** Why a rule makes no offer; NONE for the one that does. */
    public enum Hindrance {
        NONE("may be asked now"),
        GRANTED("is granted already"),
        REFUSED_LATELY("was refused lately"),
        REFUSED_OFTEN("was refused too often"),
        ASKED_LATELY("something was asked lately"),
        NEEDS_ANOTHER("another consent is needed first"),
        NO_OCCASION("there is no occasion yet"),
        NOT_REGISTERED("the people's recipe does not know it"),
        AFTER_ANOTHER("another offer comes first");

        private final String words;

        Hindrance(String words) {
            this.words = words;
        }

        /** Returns it in words, to follow the name of a consent. */
        public String words() {
            return words;
        }
    }

    /**
     * A rule looked at for a person.
     *
     * @param again from when the hindrance no longer stands if nothing else happens; null if that is not a matter of time
     */
    public record Trial(
            OptInRule rule,
            Hindrance hindrance,
            @org.jspecify.annotations.Nullable Instant again) {}

    /** Makes offers by rules. */
    public OptInOffers(OptIn optIn) {
        this.optIn = optIn;
    }

    /** Returns the rule whose consent may be asked for at an instant, the first of those that stand. */
    public Optional<OptInRule> next(ConsentLog log, Occasions occasions, Instant at) {
        return trials(log, occasions, at).stream()
                .filter(trial -> trial.hindrance() == Hindrance.NONE)
                .map(Trial::rule)
                .findFirst();
    }

    /** Looks at every rule in its order; at most one makes an offer. */
    public List<Trial> trials(ConsentLog log, Occasions occasions, Instant at) {
        List<Trial> trials = new ArrayList<>();
        Instant rest = lastAnswer(log, at)
                .map(time -> time.plus(days(optIn.restBetweenOffersDays())))
                .orElse(Instant.MIN);
        boolean offered = false;
        for (OptInRule rule : optIn.rules()) {
            Trial trial = trial(rule, log, occasions, at, rest);
            if (trial.hindrance() == Hindrance.NONE) {
                if (offered) {
                    trial = new Trial(rule, Hindrance.AFTER_ANOTHER, null);
                }
                offered = true;
            }
            trials.add(trial);
        }
        return trials;
    }

    private Trial trial(OptInRule rule, ConsentLog log, Occasions occasions, Instant at, Instant rest) {
        Dimension dimension = dimension(rule.asks());
        String key = rule.asks().key();
        if (log.registry().position(dimension, key) < 0) {
            return new Trial(rule, Hindrance.NOT_REGISTERED, null);
        }
        if (granted(log, rule.asks(), at)) {
            return new Trial(rule, Hindrance.GRANTED, null);
        }
        int refusals = 0;
        Instant refused = Instant.MIN;
        for (ConsentEvent event : log.events()) {
            if (event.dimension() == dimension
                    && event.key().equals(key)
                    && !event.time().isAfter(at)
                    && event.kind().state() == ConsentState.State.DENIED) {
                refusals++;
                refused = event.time();
            }
        }
        if (refusals >= Math.max(1, optIn.mostRefusals())) {
            return new Trial(rule, Hindrance.REFUSED_OFTEN, null);
        }
        if (refusals > 0 && at.isBefore(refused.plus(days(optIn.restAfterRefusalDays())))) {
            return new Trial(rule, Hindrance.REFUSED_LATELY, refused.plus(days(optIn.restAfterRefusalDays())));
        }
        if (at.isBefore(rest)) {
            return new Trial(rule, Hindrance.ASKED_LATELY, rest);
        }
        if (rule.needs().stream().anyMatch(need -> !granted(log, need, at))) {
            return new Trial(rule, Hindrance.NEEDS_ANOTHER, null);
        }
        if (!rule.after().isEmpty()
                && occasions.count(rule.after(), at.minus(days(rule.withinDays())), at) < rule.occasions()) {
            return new Trial(rule, Hindrance.NO_OCCASION, null);
        }
        return new Trial(rule, Hindrance.NONE, null);
    }

    private static boolean granted(ConsentLog log, ConsentName name, Instant at) {
        Dimension dimension = dimension(name);
        return log.registry().position(dimension, name.key()) >= 0
                && log.state(dimension, name.key(), at).state() == ConsentState.State.GRANTED;
    }

    private static Optional<Instant> lastAnswer(ConsentLog log, Instant at) {
        return log.events().stream()
                .map(ConsentEvent::time)
                .filter(time -> !time.isAfter(at))
                .reduce((before, after) -> after);
    }

    private static Dimension dimension(ConsentName name) {
        return Dimension.ofWire(name.dimension());
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
