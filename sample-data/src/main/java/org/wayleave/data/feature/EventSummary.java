package org.wayleave.data.feature;

import java.util.List;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;

/** What one pass over a person's events finds, for the features to read. */
final class EventSummary {
    /** A purchase tells more about a leaning than a view does. */
    private static final int PURCHASE_WEIGHT = 5;

    private final EventHistory events;
    private final long now;
    private final long[] newestByType = new long[EventType.values().length];
    private final int[] weights;
    private final int[] bought;
    private final long[] firstBought;
    private final long[] lastBought;
    private final boolean[] consumable;

    int purchases;
    int purchaseDays;
    int returns;
    int discounted;
    long paidCents;
    long refundedCents;
    long firstPurchase;
    long lastPurchase;
    long lastVisit;
    long lastCart;
    int affinityTotal;

    EventSummary(EventHistory events, long now, boolean[] consumable, long affinityWindow) {
        this.events = events;
        this.now = now;
        this.consumable = consumable;
        weights = new int[consumable.length];
        bought = new int[consumable.length];
        firstBought = new long[consumable.length];
        lastBought = new long[consumable.length];
        long affinityFrom = now - affinityWindow;
        for (int i = 0; i < events.size(); i++) {
            long time = events.time(i);
            EventType type = events.type(i);
            newestByType[type.code()] = time;
            switch (type) {
                case VIEW, OUT_OF_STOCK_VIEW -> {
                    lastVisit = time;
                    weigh(events.category(i), time >= affinityFrom ? 1 : 0);
                }
                case SEARCH -> lastVisit = time;
                case ADD_TO_CART -> lastCart = time;
                case PURCHASE -> {
                    purchase(i, time);
                    weigh(events.category(i), time >= affinityFrom ? PURCHASE_WEIGHT : 0);
                }
                case RETURN -> {
                    returns++;
                    refundedCents += events.cents(i);
                }
                case BACK_IN_STOCK, SUPPORT, UNSUBSCRIBE -> {}
            }
        }
    }

    private void weigh(int category, int weight) {
        weights[category] += weight;
        affinityTotal += weight;
    }

    private void purchase(int i, long time) {
        if (purchases == 0) {
            firstPurchase = time;
        }
        if (purchases == 0 || time / FeatureTable.DAY != lastPurchase / FeatureTable.DAY) {
            purchaseDays++;
        }
        lastPurchase = time;
        purchases++;
        paidCents += events.cents(i);
        if (events.discount(i) > 0) {
            discounted++;
        }
        int category = events.category(i);
        if (bought[category]++ == 0) {
            firstBought[category] = time;
        }
        lastBought[category] = time;
    }

    int categoriesBought() {
        int count = 0;
        for (int n : bought) {
            count += n > 0 ? 1 : 0;
        }
        return count;
    }

    double affinity(int category) {
        return (double) weights[category] / affinityTotal;
    }

    double topCategory() {
        if (affinityTotal == 0) {
            return Double.NaN;
        }
        int top = 0;
        for (int i = 1; i < weights.length; i++) {
            if (weights[i] > weights[top]) {
                top = i;
            }
        }
        return top;
    }

    /** Days until the consumable category bought most often is due by its mean interval; NaN if none was bought twice. */
    double replenishmentDue() {
        int best = -1;
        for (int i = 0; i < bought.length; i++) {
            if (consumable[i] && bought[i] >= 2 && (best < 0 || bought[i] > bought[best])) {
                best = i;
            }
        }
        if (best < 0) {
            return Double.NaN;
        }
        double interval = (double) (lastBought[best] - firstBought[best]) / (bought[best] - 1);
        return (lastBought[best] + interval - now) / FeatureTable.DAY;
    }

    int views(long window) {
        return count(EventType.VIEW, window) + count(EventType.OUT_OF_STOCK_VIEW, window);
    }

    int stockViews(long window) {
        return count(EventType.OUT_OF_STOCK_VIEW, window);
    }

    int supportRequests(long window) {
        return count(EventType.SUPPORT, window);
    }

    double viewShare(int category, long window) {
        int all = 0;
        int of = 0;
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            if (events.type(i) == EventType.VIEW) {
                all++;
                of += events.category(i) == category ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) of / all;
    }

    /** Returns the time of the newest event of some types and, unless that is -1, one category; 0 if there is none. */
    long newest(List<EventType> types, int category) {
        long newest = 0;
        for (int k = 0; k < types.size(); k++) {
            EventType type = types.get(k);
            long time = newestByType[type.code()];
            if (category >= 0 && time > 0) {
                time = newest(type, category);
            }
            newest = Math.max(newest, time);
        }
        return newest;
    }

    private long newest(EventType type, int category) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.type(i) == type && events.category(i) == category) {
                return events.time(i);
            }
        }
        return 0;
    }

    private int count(EventType type, long window) {
        int count = 0;
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            count += events.type(i) == type ? 1 : 0;
        }
        return count;
    }
}
