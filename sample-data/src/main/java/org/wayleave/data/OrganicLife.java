package org.wayleave.data;

import java.util.List;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.event.EventColumns;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;
import org.wayleave.data.random.Draws;

/**
 * Draws what a person does when nobody contacts them, day by day in local time. Each day has its own numbers, so that a longer
 * horizon adds days and changes none.
 */
final class OrganicLife {
    private static final int MONTH = 30;
    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final int VIEW_DRAWS = 8;
    private static final int FIRST_VIEW = 24;

    private final Population population;
    private final RecipeContent.Behaviour behaviour;
    private final List<Category> categories;
    private final Profile profile;
    private final long personKey;
    private final double[] affinity;
    private final EventColumns columns;
    private final int firstDay;
    private long activeMonths;

    OrganicLife(Population population, Profile profile, long personKey, double[] affinity) {
        this.population = population;
        this.profile = profile;
        this.personKey = personKey;
        this.affinity = Shares.cumulative(affinity);
        behaviour = population.content.behaviour();
        categories = population.content.categories();
        columns = new EventColumns(48);
        firstDay = Math.max(0, population.calendar.day(profile.joined));
    }

    /** Draws all events from a year before the moment of observation to the horizon. */
    void live(ConsentHistory consents) {
        activity();
        visits();
        for (int c = 0; c < categories.size(); c++) {
            Category.Replenishment replenishment = categories.get(c).replenishment();
            if (replenishment != null) {
                replenish(c, replenishment);
            }
        }
        unsubscribe(consents);
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

    private void activity() {
        long key = Draws.subKey(personKey, Streams.ACTIVITY);
        int months = population.calendar.days() / MONTH + 1;
        boolean newcomer = profile.joined > population.windowStart;
        boolean active = newcomer || Draws.uniform(key, 0) < population.activeShare;
        for (int m = 0; m < months; m++) {
            if (active) {
                activeMonths |= 1L << m;
            }
            boolean before = newcomer && (m + 1) * MONTH <= firstDay;
            if (!before) {
                double change = active ? behaviour.lapsePerMonth() : behaviour.returnPerMonth();
                active = active ^ (Draws.uniform(key, m + 1) < change);
            }
        }
    }

    private boolean active(int day) {
        return (activeMonths >>> (day / MONTH) & 1) == 1;
    }

    private void visits() {
        SeasonCalendar calendar = population.calendar;
        long dayKey = Draws.subKey(personKey, Streams.VISIT_DAYS);
        long visitKey = Draws.subKey(personKey, Streams.VISIT);
        double whileActive = profile.visitsPerDay;
        double whileLapsed = whileActive * behaviour.lapsedVisitShare();
        int last = calendar.days() - 1;
        for (int day = firstDay; day < last; day++) {
            double expected = (active(day) ? whileActive : whileLapsed) * calendar.factor(day);
            int count = (int) (expected + Draws.uniform(dayKey, calendar.firstDay() + day));
            for (int i = 0; i < count; i++) {
                visit(day, Draws.subKey(visitKey, (calendar.firstDay() + day) * 64L + i));
            }
        }
    }

    private void visit(int day, long key) {
        int hour = Draws.categorical(key, 0, population.hours[profile.device]);
        long time = population.calendar.epochMilli(profile.zone, day, hour * HOUR + secondOfHour(key, 1));
        int views = 1 + Draws.geometric(key, 2, 1 / behaviour.viewsPerVisit());
        int sale = population.calendar.saleDiscount(day);
        double rate = profile.purchaseRate * (sale > 0 ? 1 + behaviour.saleLift() * profile.priceSensitivity : 1);
        boolean purchases = Draws.uniform(key, 3) < rate;
        boolean searches = Draws.uniform(key, 4) < behaviour.searchesPerVisit();
        boolean abandons = Draws.uniform(key, 5) < behaviour.abandonedCartsPerVisit();
        for (int v = 0; v < views; v++) {
            int at = FIRST_VIEW + v * VIEW_DRAWS;
            int category = Draws.categorical(key, at, affinity);
            int product = product(category, key, at + 1);
            int size = size(category);
            if (v == 0 && searches) {
                add(time, EventType.SEARCH, category, -1, -1, 0, 0);
                time += 15_000L + (long) Draws.exponential(key, 6, 40_000);
            }
            boolean last = v == views - 1;
            long back = last && purchases ? 0 : population.assortment.backInStock(category, product, size, time);
            if (back > 0) {
                add(time, EventType.OUT_OF_STOCK_VIEW, category, product, size, 0, 0);
                watch(category, product, size, time, back, key, at + 2);
            } else {
                add(time, EventType.VIEW, category, product, size, 0, 0);
                if (last && (purchases || abandons)) {
                    long cart = time + 20_000L + (long) Draws.exponential(key, 7, 60_000);
                    add(cart, EventType.ADD_TO_CART, category, product, size, 0, 0);
                    if (purchases) {
                        long paid = cart + MINUTE + (long) Draws.exponential(key, 8, 4 * MINUTE);
                        buy(paid, category, product, size, discount(sale, key, 9), key, 10);
                    }
                }
            }
            time += 10_000L + (long) Draws.exponential(key, at + 5, 70_000);
        }
    }

    private void watch(int category, int product, int size, long seen, long back, long key, int counter) {
        if (back - seen > behaviour.stockWatchDays() * SeasonCalendar.DAY || back >= population.end) {
            return;
        }
        if (columns.holds(back, EventType.BACK_IN_STOCK, category, product)) {
            return;
        }
        add(back, EventType.BACK_IN_STOCK, category, product, size, 0, 0);
        if (Draws.uniform(key, counter) < behaviour.stockPurchaseRate()) {
            double delay = Draws.exponential(key, counter + 1, behaviour.stockPurchaseDays() * SeasonCalendar.DAY);
            long time = back + HOUR + (long) delay;
            buy(time, category, product, size, 0, Draws.subKey(key, counter), 0);
        }
    }

    /** Adds a purchase and what may follow from it; consumes six draws. */
    private void buy(long time, int category, int product, int size, int discount, long key, int counter) {
        int cents = population.assortment.cents(category, product) * (100 - discount) / 100;
        add(time, EventType.PURCHASE, category, product, size, cents, discount);
        if (Draws.uniform(key, counter) < categories.get(category).returnRate()) {
            double days = 4 + Draws.exponential(key, counter + 1, 7);
            add(time + (long) (days * SeasonCalendar.DAY), EventType.RETURN, category, product, size, cents, 0);
        }
        if (Draws.uniform(key, counter + 2) < behaviour.supportPerPurchase()) {
            double days = 0.2 + Draws.exponential(key, counter + 3, 4);
            add(time + (long) (days * SeasonCalendar.DAY), EventType.SUPPORT, category, product, -1, 0, 0);
        }
    }

    private int discount(int sale, long key, int counter) {
        if (sale > 0) {
            return sale;
        }
        boolean voucher =
                Draws.uniform(key, counter) < Math.min(1, 2 * behaviour.voucherShare() * profile.priceSensitivity);
        return voucher ? (int) Math.round(behaviour.voucherDiscount() * 100) : 0;
    }

    private void replenish(int category, Category.Replenishment use) {
        long key = Draws.subKey(Draws.subKey(personKey, Streams.REPLENISHMENT), category);
        if (Draws.uniform(key, 0) >= use.regulars()) {
            return;
        }
        double spread = use.spread();
        double cycle = use.cycleDays() * StrictMath.exp(spread * Draws.normal(key, 1) - spread * spread / 2);
        int product = product(category, key, 2);
        double due = firstDay + Draws.uniform(key, 3) * cycle;
        int last = population.calendar.days() - 1;
        for (int n = 1; due < last; n++) {
            int at = n * 16;
            int day = (int) due;
            double keep = use.keepRate() * (active(day) ? 1 : behaviour.lapsedVisitShare());
            if (Draws.uniform(key, at) < keep) {
                int hour = Draws.categorical(key, at + 1, population.hours[profile.device]);
                long time = population.calendar.epochMilli(profile.zone, day, hour * HOUR + secondOfHour(key, at + 2));
                int discount = discount(population.calendar.saleDiscount(day), key, at + 3);
                buy(time, category, product, size(category), discount, key, at + 4);
            }
            due += Math.max(1, cycle * StrictMath.exp(spread / 2 * Draws.normal(key, at + 10)));
        }
    }

    private void unsubscribe(ConsentHistory consents) {
        for (int i = 0; i < consents.changes(); i++) {
            if (consents.kind(i) == ConsentChange.Kind.WITHDRAWN
                    && "unsubscribe-link".equals(consents.source(i))
                    && consents.time(i) > profile.joined) {
                add(consents.time(i), EventType.UNSUBSCRIBE, -1, -1, -1, 0, 0);
            }
        }
    }

    /** Returns a product; a quarter of the products draws half of the interest. */
    private int product(int category, long key, int counter) {
        double u = Draws.uniform(key, counter);
        return (int) (u * u * population.assortment.products(category));
    }

    private static long secondOfHour(long key, int counter) {
        return Draws.below(key, counter, 3600) * 1000L;
    }

    private int size(int category) {
        int sizes = categories.get(category).sizes().size();
        return sizes == 0 ? -1 : profile.size(sizes);
    }

    private void add(long time, EventType type, int category, int product, int size, int cents, int discount) {
        if (time >= population.windowStart && time < population.end && time >= profile.joined) {
            columns.add(time, type, category, product, size, cents, discount);
        }
    }
}
