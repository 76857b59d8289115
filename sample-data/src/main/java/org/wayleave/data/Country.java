package org.wayleave.data;

import java.time.ZoneId;
import java.util.List;

/**
 * A country people live in.
 *
 * @param code ISO 3166-1 alpha-2
 * @param share of all people
 */
public record Country(String code, String title, double share, List<City> cities) {
    /** Copies the cities. */
    public Country {
        cities = List.copyOf(cities);
    }

    /**
     * A city, the finest place that is known of a person.
     *
     * @param share of the country's people
     */
    public record City(String name, double share, ZoneId zone) {}
}
