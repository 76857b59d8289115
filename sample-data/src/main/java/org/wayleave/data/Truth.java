package org.wayleave.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;
import org.wayleave.data.random.Draws;

/**
 * How each person reacts to each contact; hidden from every policy and model; safe for use by many threads.
 *
 * <p>Probabilities are logistic in the coefficients that the recipe gives. They rise with the person's value and fall with their
 * concern for privacy, as consents do: who consents reacts differently from who does not.
 */
public final class Truth {
    private static final double HOUR = 3_600_000;
    private static final long LAPSED_AFTER = 90 * SeasonCalendar.DAY;

    private static final int NOTICE = 0;
    private static final int CLICK = 1;
    private static final int BUY = 2;
    private static final int DETER = 3;
    private static final int CANNIBALISE = 4;
    private static final int UNSUBSCRIBE = 5;
    private static final int RENEW = 6;
    private static final int REFUSE = 7;
    private static final int BUY_DELAY = 8;
    private static final int UNSUBSCRIBE_DELAY = 9;
    private static final int RENEW_DELAY = 10;
    private static final int PRODUCT = 11;

    private final Population population;
    private final RecipeContent.TruthTable table;

    Truth(Population population) {
        this.population = population;
        table = population.content.truth();
    }

    /** Returns for how long after a contact a purchase counts as caused or prevented by it, in milliseconds. */
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
        boolean buysAnyway = buysWithin(person.future(), contact.time());
        Reaction.ExtraPurchase purchase = null;
        if (!buysAnyway && Draws.uniform(key, BUY) < purchase(person, contact, affinity, clicked)) {
            purchase = extraPurchase(key, contact, category);
        }
        RecipeContent.Deter deter = table.deter();
        boolean prevents = buysAnyway
                && Draws.uniform(key, DETER)
                        < logistic(deter.base()
                                + deter.privacyConcern() * profile.privacyConcern
                                + deter.fatigue() * fatigue
                                + ("personalised".equals(contact.rung()) ? deter.personalised() : 0));
        RecipeContent.Cannibalise waste = table.cannibalise();
        boolean wastes = buysAnyway
                && !prevents
                && contact.discount() > 0
                && Draws.uniform(key, CANNIBALISE)
                        < logistic(
                                waste.base() + waste.discount() * contact.discount() + (clicked ? waste.clicked() : 0));
        boolean unsubscribes = Draws.uniform(key, UNSUBSCRIBE) < unsubscribe(profile, contact);
        return new Reaction(
                true,
                clicked,
                purchase,
                prevents,
                wastes ? contact.discount() : 0,
                unsubscribes,
                unsubscribes ? delay(key, UNSUBSCRIBE_DELAY, table.unsubscribe().delayHours()) : 0,
                renewal(key, profile, contact));
    }

    /** Returns the probability of a purchase that would not happen without the contact, over the draws of this truth. */
    public double extraPurchaseProbability(Person person, Contact contact) {
        if (buysWithin(person.future(), contact.time())) {
            return 0;
        }
        double affinity = person.affinity()[category(person, contact)];
        double click = click(person.profile(), contact, affinity);
        return notice(person.profile(), contact, affinity)
                * (click * purchase(person, contact, affinity, true)
                        + (1 - click) * purchase(person, contact, affinity, false));
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

    private double purchase(Person person, Contact contact, double affinity, boolean clicked) {
        RecipeContent.Buy buy = table.purchase();
        Profile profile = person.profile();
        return logistic(known(buy.topics().get(contact.topic()), "topic", contact.topic())
                + known(buy.rungs().get(contact.rung()), "rung", contact.rung())
                + buy.value() * profile.value
                + buy.privacyConcern() * profile.privacyConcern
                + buy.affinity() * affinity
                + buy.discount() * contact.discount() * profile.priceSensitivity
                + (clicked ? buy.clicked() : 0)
                + (lapsed(person, contact.time()) ? buy.lapsed() : 0));
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

    private Reaction.ExtraPurchase extraPurchase(long key, Contact contact, int category) {
        double u = Draws.uniform(key, PRODUCT);
        int product = (int) (u * u * population.assortment.products(category));
        double full = population.assortment.cents(category, product);
        return new Reaction.ExtraPurchase(
                delay(key, BUY_DELAY, table.purchase().delayHours()),
                Math.round(full * (1 - contact.discount())) / 100.0,
                category,
                contact.discount());
    }

    /** Returns an exponential delay of at least a minute that ends within the window. */
    private long delay(long key, int counter, double meanHours) {
        long drawn = 60_000L + (long) Draws.exponential(key, counter, meanHours * HOUR);
        return Math.min(drawn, windowMillis() - 60_000L);
    }

    private boolean buysWithin(EventHistory future, long time) {
        for (int i = future.before(time); i < future.size() && future.time(i) < time + windowMillis(); i++) {
            if (future.type(i) == EventType.PURCHASE) {
                return true;
            }
        }
        return false;
    }

    private static boolean lapsed(Person person, long time) {
        return newest(person.future(), EventType.PURCHASE, time) <= time - LAPSED_AFTER
                && newest(person.history(), EventType.PURCHASE, time) <= time - LAPSED_AFTER;
    }

    private static long newest(EventHistory events, EventType type, long time) {
        for (int i = events.before(time) - 1; i >= 0; i--) {
            if (events.type(i) == type) {
                return events.time(i);
            }
        }
        return Long.MIN_VALUE;
    }

    /**
     * The category a contact is about: of the product that is back in stock, of the consumable bought last, of the topic's own
     * name, or else the one the person leans to most.
     */
    private int category(Person person, Contact contact) {
        List<Category> categories = population.content.categories();
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).id().equals(contact.topic())) {
                return i;
            }
        }
        int last = last(person.future(), contact, categories);
        if (last < 0) {
            last = last(person.history(), contact, categories);
        }
        return last >= 0 ? last : top(person.affinity());
    }

    private static int last(EventHistory events, Contact contact, List<Category> categories) {
        boolean stock = "stock-alerts".equals(contact.topic());
        boolean replenishment = "replenishment".equals(contact.topic());
        if (!stock && !replenishment) {
            return -1;
        }
        for (int i = events.before(contact.time() + 1) - 1; i >= 0; i--) {
            int category = events.category(i);
            if (stock
                    ? events.type(i) == EventType.BACK_IN_STOCK
                    : events.type(i) == EventType.PURCHASE
                            && categories.get(category).replenishment() != null) {
                return category;
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
