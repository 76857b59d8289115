package org.wayleave.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.feature.EventSet;
import org.wayleave.data.process.Amount;
import org.wayleave.data.random.Draws;

/**
 * How each person reacts to each contact; hidden from every policy and model; safe for use by many threads.
 *
 * <p>Probabilities are logistic in the coefficients that the recipe gives. They rise with the person's value and fall with their
 * concern for privacy, as consents do: who consents reacts differently from who does not.
 */
public final class Truth {
    private static final double HOUR = 3_600_000;

    private static final int NOTICE = 0;
    private static final int CLICK = 1;
    private static final int RESPOND = 2;
    private static final int DETER = 3;
    private static final int CANNIBALISE = 4;
    private static final int UNSUBSCRIBE = 5;
    private static final int RENEW = 6;
    private static final int REFUSE = 7;
    private static final int RESPOND_DELAY = 8;
    private static final int UNSUBSCRIBE_DELAY = 9;
    private static final int RENEW_DELAY = 10;
    private static final int PRODUCT = 11;

    /** The place of the response's amount among those that differ between people; above all rules of a recipe. */
    private static final int RESPONSE_AMOUNT = 200;

    private final Population population;
    private final RecipeContent.TruthTable table;

    Truth(Population population) {
        this.population = population;
        table = population.content.truth();
    }

    /** Returns for how long after a contact an outcome counts as caused or prevented by it, in milliseconds. */
    public long windowMillis() {
        return table.windowDays() * SeasonCalendar.DAY;
    }

    /**
     * Returns what a contact changes in a person's behaviour. The draws depend on the population, the person, the step and the
     * number of the visit only, so that the same contact under other circumstances shares them.
     *
     * @throws IllegalArgumentException if the recipe knows no such channel, topic or rung
     */
    public Reaction reaction(Person person, Contact contact) {
        long key = Draws.subKey(
                Draws.subKey(Draws.subKey(person.key(), Streams.REACTION), contact.stepKey()), contact.number());
        Profile profile = person.profile();
        int category = category(person, contact);
        double affinity = person.affinity()[category];
        double fatigue = contact.contactsInWeek();
        if (Draws.uniform(key, NOTICE) >= notice(profile, contact, affinity)) {
            return new Reaction(false, false, null, false, 0, false, 0, null);
        }
        boolean clicked = Draws.uniform(key, CLICK) < click(profile, contact, affinity);
        boolean comesAnyway = comesWithin(person.future(), contact.time());
        Reaction.ExtraOutcome extra = null;
        if (!comesAnyway && Draws.uniform(key, RESPOND) < respond(person, contact, category, clicked)) {
            extra = extraOutcome(person, key, contact, category);
        }
        RecipeContent.Deter deter = table.deter();
        boolean prevents = comesAnyway
                && Draws.uniform(key, DETER)
                        < logistic(deter.base()
                                + deter.privacyConcern() * profile.privacyConcern
                                + deter.fatigue() * fatigue
                                + ("personalised".equals(contact.rung()) ? deter.personalised() : 0));
        RecipeContent.Cannibalise waste = table.cannibalise();
        boolean wastes = comesAnyway
                && !prevents
                && contact.discount() > 0
                && Draws.uniform(key, CANNIBALISE)
                        < logistic(
                                waste.base() + waste.discount() * contact.discount() + (clicked ? waste.clicked() : 0));
        boolean unsubscribes = Draws.uniform(key, UNSUBSCRIBE) < unsubscribe(profile, contact);
        return new Reaction(
                true,
                clicked,
                extra,
                prevents,
                wastes ? contact.discount() : 0,
                unsubscribes,
                unsubscribes ? delay(key, UNSUBSCRIBE_DELAY, table.unsubscribe().delayHours()) : 0,
                renewal(key, profile, contact));
    }

    /** Returns the probability of an outcome that would not happen without the contact, over the draws of this truth. */
    public double extraOutcomeProbability(Person person, Contact contact) {
        if (comesWithin(person.future(), contact.time())) {
            return 0;
        }
        int category = category(person, contact);
        double affinity = person.affinity()[category];
        double click = click(person.profile(), contact, affinity);
        return notice(person.profile(), contact, affinity)
                * (click * respond(person, contact, category, true)
                        + (1 - click) * respond(person, contact, category, false));
    }

    private double notice(Profile profile, Contact contact, double affinity) {
        RecipeContent.Notice notice = table.notice();
        return logistic(known(notice.channels().get(contact.channel()), "channel", contact.channel())
                + known(notice.rungs().get(contact.rung()), "rung", contact.rung())
                + notice.value() * profile.value
                + notice.affinity() * affinity
                + notice.fatigue() * contact.contactsInWeek());
    }

    private double click(Profile profile, Contact contact, double affinity) {
        RecipeContent.Click click = table.click();
        return logistic(known(click.channels().get(contact.channel()), "channel", contact.channel())
                + known(click.rungs().get(contact.rung()), "rung", contact.rung())
                + click.value() * profile.value
                + click.affinity() * affinity
                + click.fatigue() * contact.contactsInWeek()
                + click.discount() * contact.discount() * profile.priceSensitivity);
    }

    private double respond(Person person, Contact contact, int category, boolean clicked) {
        RecipeContent.Respond respond = table.respond();
        double affinity = person.affinity()[category];
        Profile profile = person.profile();
        return logistic(known(respond.topics().get(contact.topic()), "topic", contact.topic())
                + known(respond.rungs().get(contact.rung()), "rung", contact.rung())
                + respond.value() * profile.value
                + respond.privacyConcern() * profile.privacyConcern
                + respond.affinity() * affinity
                + respond.discount() * contact.discount() * profile.priceSensitivity
                + (clicked ? respond.clicked() : 0)
                + (respond.lapsed() != 0 && lapsed(person, contact.time()) ? respond.lapsed() : 0)
                + (respond.told() != 0 && toldOf(person, category, contact.time()) ? respond.told() : 0));
    }

    private double unsubscribe(Profile profile, Contact contact) {
        RecipeContent.Unsubscribe leave = table.unsubscribe();
        return logistic(known(leave.channels().get(contact.channel()), "channel", contact.channel())
                + leave.privacyConcern() * profile.privacyConcern
                + leave.value() * profile.value
                + leave.fatigue() * contact.contactsInWeek());
    }

    private Reaction.@Nullable Renewal renewal(long key, Profile profile, Contact contact) {
        if (!contact.asksRenewal()) {
            return null;
        }
        RecipeContent.Renew renew = table.renewal();
        double granted = logistic(renew.base()
                + renew.value() * profile.value
                + renew.privacyConcern() * profile.privacyConcern
                + renew.fatigue() * contact.contactsInWeek());
        boolean grants = Draws.uniform(key, RENEW) < granted;
        if (!grants && Draws.uniform(key, REFUSE) >= renew.refuses()) {
            return null;
        }
        return new Reaction.Renewal(grants, delay(key, RENEW_DELAY, renew.delayHours()));
    }

    private Reaction.ExtraOutcome extraOutcome(Person person, long key, Contact contact, int category) {
        Amount amount = table.respond().amount();
        double full;
        if (amount.kind() == Amount.Kind.PRICE) {
            double u = Draws.uniform(key, PRODUCT);
            full = population.assortment.cents(category, (int) (u * u * population.assortment.products(category)));
        } else {
            long own = Draws.subKey(person.key(), Streams.AMOUNT);
            double factor = Amounts.ofPerson(amount, RESPONSE_AMOUNT, person.profile(), own);
            full = Amounts.cents(amount, factor, person.profile().segment, key, PRODUCT);
        }
        return new Reaction.ExtraOutcome(
                delay(key, RESPOND_DELAY, table.respond().delayHours()),
                Math.round(full * (1 - contact.discount())) / 100.0,
                category,
                contact.discount());
    }

    /** Returns an exponential delay of at least a minute that ends within the window. */
    private long delay(long key, int counter, double meanHours) {
        long drawn = 60_000L + (long) Draws.exponential(key, counter, meanHours * HOUR);
        return Math.min(drawn, windowMillis() - 60_000L);
    }

    private boolean comesWithin(EventHistory future, long time) {
        int outcome = table.outcome().event().code();
        for (int i = future.before(time); i < future.size() && future.time(i) < time + windowMillis(); i++) {
            if (future.code(i) == outcome) {
                return true;
            }
        }
        return false;
    }

    private boolean lapsed(Person person, long time) {
        int code = table.lapsed().event().code();
        long limit = time - table.lapsed().days() * SeasonCalendar.DAY;
        return newest(person.future(), code, time) <= limit && newest(person.history(), code, time) <= limit;
    }

    private static long newest(EventHistory events, int code, long time) {
        for (int i = events.before(time) - 1; i >= 0; i--) {
            if (events.code(i) == code) {
                return events.time(i);
            }
        }
        return Long.MIN_VALUE;
    }

    private boolean toldOf(Person person, int category, long time) {
        int goal = person.goal();
        return goal >= 0
                && person.answers().time() <= time
                && population.content.answers().goals().get(goal).category() == category;
    }

    /**
     * The category a contact is about: of the newest of the events that the recipe names for the topic, of the goal the person
     * told, of the topic's own name, or else the one the person leans to most.
     */
    private int category(Person person, Contact contact) {
        List<Category> categories = population.content.categories();
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).id().equals(contact.topic())) {
                return i;
            }
        }
        RecipeContent.About about = table.about().get(contact.topic());
        int found = -1;
        if (about != null && about.events() != null) {
            found = newestCategory(person.future(), about.events(), contact.time());
            if (found < 0) {
                found = newestCategory(person.history(), about.events(), contact.time());
            }
        }
        if (found < 0 && about != null && about.goal() && person.goal() >= 0) {
            found = population.content.answers().goals().get(person.goal()).category();
        }
        return found >= 0 ? found : top(person.affinity());
    }

    private static int newestCategory(EventHistory events, EventSet of, long time) {
        for (int i = events.before(time + 1) - 1; i >= 0; i--) {
            if (events.category(i) >= 0 && of.holds(events, i)) {
                return events.category(i);
            }
        }
        return -1;
    }

    private static int top(double[] affinity) {
        int top = 0;
        for (int i = 1; i < affinity.length; i++) {
            if (affinity[i] > affinity[top]) {
                top = i;
            }
        }
        return top;
    }

    private static double known(@Nullable Double coefficient, String what, String id) {
        if (coefficient == null) {
            throw new IllegalArgumentException("the recipe says nothing about the " + what + " \"" + id + "\"");
        }
        return coefficient;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
