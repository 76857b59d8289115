package org.wayleave.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product category of a recipe.
 *
 * @param share of all product views
 * @param products number of products, 1 to 2000
 * @param sizes the sizes a product comes in, empty if it has none
 * @param price mean full price in the recipe's currency
 * @param priceSpread standard deviation of the logarithm of prices
 * @param returnRate share of purchases sent back
 * @param outOfStockShare share of time that a size of a product is out of stock
 * @param outOfStockDays mean length of such a time
 * @param replenishment how it is used up, null if it is no consumable
 */
public record Category(
        String id,
        String title,
        double share,
        int products,
        List<String> sizes,
        double price,
        double priceSpread,
        double returnRate,
        double outOfStockShare,
        double outOfStockDays,
        @Nullable Replenishment replenishment) {
    /** Copies the sizes. */
    public Category {
        sizes = List.copyOf(sizes);
    }

    /**
     * How a consumable is used up and bought again.
     *
     * @param regulars share of people who use it up regularly
     * @param cycleDays mean days that a pack lasts
     * @param spread standard deviation of the logarithm of the days between people, and half of it between packs
     * @param keepRate probability that a regular buys again when a pack is used up
     */
    public record Replenishment(double regulars, double cycleDays, double spread, double keepRate) {}
}
