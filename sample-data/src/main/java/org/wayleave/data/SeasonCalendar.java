package org.wayleave.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The days that a population lives through: how busy each is, whether there is a sale, and what its local times are in UTC.
 * Days are counted from {@link #firstDay()}.
 */
final class SeasonCalendar {
    static final long DAY = 86_400_000L;

    private static final int TRANSITION = Integer.MIN_VALUE;

    private final int firstDay;
    private final int days;
    private final RecipeContent.Season season;
    private final byte[] daysOfMonth;
    private final byte[] saleDiscounts;
    private final List<ZoneId> zones;
    private final int[][] offsets;

    SeasonCalendar(RecipeContent content, long fromMilli, long toMilli) {
        firstDay = (int) Math.floorDiv(fromMilli, DAY) - 1;
        days = (int) Math.floorDiv(toMilli, DAY) + 3 - firstDay;
        daysOfMonth = new byte[days];
        saleDiscounts = new byte[days];
        season = content.season();
        for (int i = 0; i < days; i++) {
            LocalDate date = LocalDate.ofEpochDay(firstDay + i);
            daysOfMonth[i] = (byte) date.getDayOfMonth();
            int monthDay = date.getMonthValue() * 100 + date.getDayOfMonth();
            for (RecipeContent.Sale sale : season.sales()) {
                if (monthDay >= sale.from() && monthDay <= sale.to()) {
                    saleDiscounts[i] = (byte) Math.round(sale.discount() * 100);
                }
            }
        }
        zones = content.countries().stream()
                .flatMap(country -> country.cities().stream())
                .flatMap(city -> Stream.of(city.zone()))
                .distinct()
                .toList();
        offsets = new int[zones.size()][];
        for (int z = 0; z < offsets.length; z++) {
            offsets[z] = offsets(zones.get(z));
        }
    }

    /** Mean activity of a day over a year of 365 days that begins on each weekday equally often. */
    private double mean(double[] byMonth) {
        double months = 0;
        for (int month = 1; month <= 12; month++) {
            months += byMonth[month - 1] * LocalDate.of(2025, month, 1).lengthOfMonth();
        }
        double weekdays = 0;
        for (double weekday : season.weekdays()) {
            weekdays += weekday;
        }
        return months / 365 * weekdays / 7;
    }

    /**
     * Returns how busy each day is, 1 on average over a year.
     *
     * @param months relative activity by month; empty for that of the season
     */
    double[] busy(double[] months) {
        double[] byMonth = months.length == 0 ? season.months() : months;
        double mean = mean(byMonth);
        double[] factors = new double[days];
        for (int i = 0; i < days; i++) {
            LocalDate date = LocalDate.ofEpochDay(firstDay + i);
            factors[i] = byMonth[date.getMonthValue() - 1]
                    * season.weekdays()[date.getDayOfWeek().getValue() - 1]
                    / mean;
        }
        return factors;
    }

    /** Returns the day of the month, from 1. */
    int dayOfMonth(int day) {
        return daysOfMonth[day];
    }

    private int[] offsets(ZoneId zone) {
        int[] table = new int[days];
        for (int i = 0; i < days; i++) {
            LocalDate date = LocalDate.ofEpochDay(firstDay + i);
            ZoneOffset start = zone.getRules().getOffset(date.atStartOfDay());
            ZoneOffset end = zone.getRules().getOffset(date.plusDays(1).atStartOfDay());
            table[i] = start.equals(end) ? start.getTotalSeconds() : TRANSITION;
        }
        return table;
    }

    int firstDay() {
        return firstDay;
    }

    int days() {
        return days;
    }

    /** Returns the percent by which all prices are reduced on a day. */
    int saleDiscount(int day) {
        return saleDiscounts[day];
    }

    /** Returns the position of a zone, for {@link #epochMilli}. */
    int zonePosition(ZoneId zone) {
        return zones.indexOf(zone);
    }

    /** Returns the positions of the zones of all cities, by country and city. */
    int[][] zonePositions(List<Country> countries) {
        Map<ZoneId, Integer> positions = new TreeMap<>((a, b) -> a.getId().compareTo(b.getId()));
        for (int i = 0; i < zones.size(); i++) {
            positions.put(zones.get(i), i);
        }
        List<int[]> table = new ArrayList<>();
        for (Country country : countries) {
            table.add(country.cities().stream()
                    .mapToInt(city -> positions.getOrDefault(city.zone(), 0))
                    .toArray());
        }
        return table.toArray(int[][]::new);
    }

    /** Returns the instant of a local time of day, in milliseconds after midnight, which may exceed a day. */
    long epochMilli(int zone, int day, long millisOfDay) {
        int at = day + (int) (millisOfDay / DAY);
        int offset = at < days ? offsets[zone][at] : TRANSITION;
        long local = (firstDay + (long) day) * DAY + millisOfDay;
        if (offset == TRANSITION) {
            LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(local), ZoneOffset.UTC);
            return time.atZone(zones.get(zone)).toInstant().toEpochMilli();
        }
        return local - offset * 1000L;
    }

    /** Returns the local day of an instant by UTC, which is exact to a day. */
    int day(long epochMilli) {
        return (int) (Math.floorDiv(epochMilli, DAY) - firstDay);
    }
}
