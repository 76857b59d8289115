package org.wayleave.data;

import java.util.List;
import java.util.Map;

/**
 * A category of what a vertical offers: products, accounts, titles, pathways.
 *
 * @param share of all interest
 * @param products number of products, 1 to 2000
 * @param sizes the sizes a product comes in, empty if it has none
 * @param price mean full price in the recipe's currency, 0 if products have none
 * @param priceSpread standard deviation of the logarithm of prices
 * @param rates factors on the probability of events about it, by name
 * @param outOfStockShare share of time that a size of a product is out of stock
 * @param outOfStockDays mean length of such a time
 */
public record Category(
        String id,
        String title,
        double share,
        int products,
        List<String> sizes,
        double price,
        double priceSpread,
        Map<String, Double> rates,
        double outOfStockShare,
        double outOfStockDays) {
    /** Copies the collections. */
    public Category {
        sizes = List.copyOf(sizes);
        rates = Map.copyOf(rates);
    }
}
