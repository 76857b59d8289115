package org.wayleave.data;

import java.util.Arrays;
import java.util.List;
import org.wayleave.data.random.Draws;

/** The products of a population's shop: their prices, and when which size is out of stock. */
final class Assortment {
    private static final long[] NEVER_OUT = {};

    private final int[][] prices;
    private final int[] firstSku;
    private final int[] sizes;
    private final long[][] outages;

    /**
     * Draws the products.
     *
     * @param fromMilli from when stock is followed; the same start gives the same outages whatever the end
     */
    Assortment(List<Category> categories, long populationKey, long fromMilli, long toMilli) {
        prices = new int[categories.size()][];
        firstSku = new int[categories.size()];
        sizes = new int[categories.size()];
        int skus = 0;
        for (int c = 0; c < categories.size(); c++) {
            Category category = categories.get(c);
            firstSku[c] = skus;
            sizes[c] = Math.max(1, category.sizes().size());
            skus += category.products() * sizes[c];
            prices[c] = prices(category, Draws.subKey(Draws.subKey(populationKey, Streams.PRICES), c));
        }
        outages = new long[skus][];
        long stockKey = Draws.subKey(populationKey, Streams.STOCK);
        for (int c = 0; c < categories.size(); c++) {
            for (int i = 0; i < categories.get(c).products() * sizes[c]; i++) {
                int sku = firstSku[c] + i;
                outages[sku] = outages(categories.get(c), Draws.subKey(stockKey, sku), fromMilli, toMilli);
            }
        }
    }

    private static int[] prices(Category category, long key) {
        int[] cents = new int[category.products()];
        if (category.price() == 0) {
            return cents;
        }
        double spread = category.priceSpread();
        for (int p = 0; p < cents.length; p++) {
            double price = category.price() * StrictMath.exp(spread * Draws.normal(key, p) - spread * spread / 2);
            // Shop prices end in 45 or 95 cents.
            cents[p] = (int) Math.max(1, Math.round(price * 2)) * 50 - 5;
        }
        return cents;
    }

    private static long[] outages(Category category, long key, long from, long to) {
        double share = category.outOfStockShare();
        if (share == 0) {
            return NEVER_OUT;
        }
        double meanOut = category.outOfStockDays() * SeasonCalendar.DAY;
        double meanIn = meanOut * (1 - share) / share;
        boolean out = Draws.uniform(key, 0) < share;
        long[] spans = new long[8];
        int count = 0;
        long time = from;
        for (int i = 1; time < to; i++) {
            long end = time + 1 + (long) Draws.exponential(key, i, out ? meanOut : meanIn);
            if (out) {
                if (count == spans.length) {
                    spans = Arrays.copyOf(spans, count * 2);
                }
                spans[count++] = time;
                spans[count++] = end;
            }
            time = end;
            out = !out;
        }
        return Arrays.copyOf(spans, count);
    }

    /** Returns the full price of a product in cents. */
    int cents(int category, int product) {
        return prices[category][product];
    }

    int products(int category) {
        return prices[category].length;
    }

    /**
     * Returns when a size of a product comes back into stock, 0 if it is in stock.
     *
     * @param size position in the category's sizes, -1 if it has none
     */
    long backInStock(int category, int product, int size, long epochMilli) {
        long[] spans = outages[firstSku[category] + product * sizes[category] + Math.max(0, size)];
        for (int i = 0; i < spans.length && spans[i] <= epochMilli; i += 2) {
            if (epochMilli < spans[i + 1]) {
                return spans[i + 1];
            }
        }
        return 0;
    }
}
