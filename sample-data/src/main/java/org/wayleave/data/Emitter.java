package org.wayleave.data;

import java.util.Arrays;
import java.util.List;
import org.wayleave.data.event.EventColumns;
import org.wayleave.data.process.Amount;
import org.wayleave.data.process.Chance;
import org.wayleave.data.process.Delay;
import org.wayleave.data.process.Emission;
import org.wayleave.data.process.Subject;
import org.wayleave.data.random.Draws;

/**
 * Carries out the rules by which events come about in one life. Each rule has counters of its own under a key, so that one that is
 * added or left out changes no other.
 */
final class Emitter {
    private static final int FIRST = 16;
    private static final int EACH = 8;
    private static final int CHANCE = 0;
    private static final int DELAY = 1;
    private static final int CATEGORY = 2;
    private static final int PRODUCT = 3;
    private static final int VOUCHER = 4;
    private static final int JITTER = 5;

    private final Population population;
    private final Profile profile;
    private final double[] affinity;
    private final EventColumns columns;
    private final long amountKey;
    private final double[] chanceFactors;
    private final double[] amountFactors;

    /** What the event being made is about; read by what follows from it. */
    private int category = -1;

    private int product = -1;
    private int size = -1;
    private int cents;

    Emitter(Population population, Profile profile, long personKey, double[] cumulativeAffinity, EventColumns columns) {
        this.population = population;
        this.profile = profile;
        this.columns = columns;
        affinity = cumulativeAffinity;
        amountKey = Draws.subKey(personKey, Streams.AMOUNT);
        chanceFactors = new double[population.rules];
        amountFactors = new double[population.rules];
        Arrays.fill(chanceFactors, Double.NaN);
        Arrays.fill(amountFactors, Double.NaN);
    }

    /** Forgets what the last event was about. */
    void aboutNothing() {
        category = -1;
        product = -1;
        size = -1;
        cents = 0;
    }

    /** Chooses what a rule's event is about, as far as that does not come from what it follows. */
    void choose(Emission rule, long key) {
        int at = FIRST + rule.origin() * EACH;
        switch (rule.subject().kind()) {
            case AFFINITY -> choose(Draws.categorical(key, at + CATEGORY, affinity), key, at + PRODUCT);
            case FIXED -> choose(rule.subject().category(), key, at + PRODUCT);
            case SAME, PRODUCT, CATEGORY, NONE -> {}
        }
    }

    private void choose(int chosen, long key, int counter) {
        category = chosen;
        // A quarter of the products draws half of the interest.
        double u = Draws.uniform(key, counter);
        product = (int) (u * u * population.assortment.products(chosen));
        int sizes = population.content.categories().get(chosen).sizes().size();
        size = sizes == 0 ? -1 : profile.size(sizes);
    }

    /** Returns when the chosen product is back in stock, 0 if it is in stock. */
    long backInStock(long time) {
        return category < 0 ? 0 : population.assortment.backInStock(category, product, size, time);
    }

    /**
     * Draws whether a rule's event comes about.
     *
     * @param spread that of the process the rule belongs to; the mean is kept over its events, not over people
     * @param sale percent by which prices are reduced
     */
    boolean happens(Emission rule, long key, double spread, int sale) {
        Chance chance = rule.chance();
        double p = chance.declared(profile.segment, category);
        if (chance.value() != 0) {
            p *= chanceFactor(rule, spread);
        }
        if (chance.sale() != 0 && sale > 0) {
            p *= 1 + chance.sale() * profile.priceSensitivity;
        }
        return p >= 1 || Draws.uniform(key, FIRST + rule.origin() * EACH + CHANCE) < p;
    }

    private double chanceFactor(Emission rule, double spread) {
        double factor = chanceFactors[rule.origin()];
        if (Double.isNaN(factor)) {
            double a = rule.chance().value();
            // People of value come more often, so the mean over events, not over people, is set to what the recipe
            // says.
            factor = StrictMath.exp(a * profile.value - a * spread - a * a / 2);
            chanceFactors[rule.origin()] = factor;
        }
        return factor;
    }

    /** Returns the time a rule's event takes place. */
    long time(Emission rule, long after, long key) {
        Delay delay = rule.delay();
        return delay.isNone() ? after : after(delay, after, key, FIRST + rule.origin() * EACH + DELAY);
    }

    /** Returns a time after another. */
    static long after(Delay delay, long time, long key, int counter) {
        double added = delay.meanMillis() == 0 ? 0 : Draws.exponential(key, counter, delay.meanMillis());
        return time + (long) (delay.leastMillis() + added);
    }

    /** Makes a rule's event about what is chosen, and what follows from it; afterwards the choice is the same again. */
    void emit(Emission rule, long time, long key, double spread, int sale) {
        int at = FIRST + rule.origin() * EACH;
        int discount = 0;
        int ownCents = 0;
        Amount amount = rule.amount();
        if (amount != null) {
            switch (amount.kind()) {
                case PRICE -> {
                    discount = discount(sale, key, at + VOUCHER);
                    ownCents =
                            category < 0 ? 0 : population.assortment.cents(category, product) * (100 - discount) / 100;
                }
                case SAME -> ownCents = (int) Math.round(cents * amount.mean()[profile.segment]);
                case DRAWN -> ownCents = drawn(amount, rule.origin(), key, at + JITTER);
            }
        }
        Subject.Kind kind = rule.subject().kind();
        boolean bare = kind == Subject.Kind.CATEGORY || kind == Subject.Kind.NONE;
        add(
                time,
                rule.event().code(),
                kind == Subject.Kind.NONE ? -1 : category,
                bare ? -1 : product,
                bare || kind == Subject.Kind.PRODUCT ? -1 : size,
                ownCents,
                discount,
                rule.origin());
        follow(rule, time, ownCents, key, spread, sale);
    }

    private void follow(Emission rule, long time, int ownCents, long key, double spread, int sale) {
        List<Emission> consequences = population.consequences[rule.event().code()];
        if (rule.then().isEmpty() && consequences.isEmpty()) {
            return;
        }
        int keptCents = cents;
        cents = ownCents;
        for (int i = 0; i < rule.then().size(); i++) {
            if (consider(rule.then().get(i), time, key, spread, sale) && rule.oneOf()) {
                break;
            }
        }
        if (!consequences.isEmpty()) {
            long own = Draws.subKey(key, rule.origin() + 1000L);
            for (int i = 0; i < consequences.size(); i++) {
                consider(consequences.get(i), time, own, spread, sale);
            }
        }
        cents = keptCents;
    }

    /** Makes a rule's event if it comes about. */
    boolean consider(Emission rule, long after, long key, double spread, int sale) {
        if (!happens(rule, key, spread, sale)) {
            return false;
        }
        int keptCategory = category;
        int keptProduct = product;
        int keptSize = size;
        choose(rule, key);
        emit(rule, time(rule, after, key), key, spread, sale);
        category = keptCategory;
        product = keptProduct;
        size = keptSize;
        return true;
    }

    /** Makes the event of a product found sold out, and that of its return if the person waits for it. */
    void soldOut(Emission rule, Emission.StockWatch stock, long time, long back, long key) {
        add(time, stock.soldOut().code(), category, product, size, 0, 0, rule.origin());
        Emission returns = stock.back();
        boolean waits = back - time <= stock.watchDays() * SeasonCalendar.DAY && back < population.end;
        if (waits && !columns.holds(back, returns.event().code(), category, product)) {
            emit(returns, back, key, 0, 0);
        }
    }

    private int discount(int sale, long key, int counter) {
        if (sale > 0) {
            return sale;
        }
        RecipeContent.Season season = population.content.season();
        boolean voucher = season.voucherShare() > 0
                && Draws.uniform(key, counter) < Math.min(1, 2 * season.voucherShare() * profile.priceSensitivity);
        return voucher ? (int) Math.round(season.voucherDiscount() * 100) : 0;
    }

    private int drawn(Amount amount, int origin, long key, int counter) {
        double factor = amountFactors[origin];
        if (Double.isNaN(factor)) {
            factor = Amounts.ofPerson(amount, origin, profile, amountKey);
            amountFactors[origin] = factor;
        }
        return Amounts.cents(amount, factor, profile.segment, key, counter);
    }

    private void add(long time, int type, int about, int product, int size, int cents, int discount, int origin) {
        if (time >= population.windowStart && time < population.end && time >= profile.joined) {
            columns.add(time, type, about, product, size, cents, discount, origin);
        }
    }
}
