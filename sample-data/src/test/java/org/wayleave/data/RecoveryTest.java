package org.wayleave.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;

/** What the recipe declares is what its people show, within the interval of a sample. */
class RecoveryTest {
    private static final int PEOPLE = 4000;

    /** Two-sided 99.95 % of the normal: about 70 rates on 20 seeds then leave less than one by chance. */
    private static final double Z = 3.48;

    private final RecipeContent content = Populations.RETAIL.content();

    @ParameterizedTest(name = "seed {0}")
    @DisplayName("declared rates lie in the interval around what people show")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void declaredRatesLieInTheIntervalAroundWhatPeopleShow(long seed) {
        List<Person> people = new ArrayList<>();
        PersonGenerator generator = Populations.retail(seed, 0);
        for (int i = 0; i < PEOPLE; i++) {
            people.add(generator.person(i));
        }
        for (Country country : content.countries()) {
            share(
                    people,
                    "country " + country.code(),
                    country.share(),
                    p -> p.country().equals(country.code()));
        }
        for (int i = 0; i < content.ageBands().length; i++) {
            AgeBand band = List.of(AgeBand.values()).get(i);
            share(people, "age band " + band, content.ageBands()[i], p -> p.ageBand() == band);
        }
        for (int i = 0; i < content.devices().length; i++) {
            Device device = List.of(Device.values()).get(i);
            share(people, "device " + device, content.devices()[i], p -> p.device() == device);
        }
        for (RecipeContent.Flag flag : content.flags()) {
            share(people, "flag " + flag.id(), flag.share(), p -> p.flags().contains(flag.id()));
        }
        share(people, "answers", content.answers().share(), p -> p.answers().time() > 0);
        consents(people, generator.asOf().toEpochMilli());
        behaviour(people);
    }

    private void consents(List<Person> people, long asOf) {
        ConsentRegistry registry = Populations.RETAIL.consentRegistry();
        for (int k = 0; k < registry.size(); k++) {
            int key = k;
            RecipeContent.ConsentRates rates = content.consents().rates()[k];
            for (ConsentState.State state : ConsentState.State.values()) {
                double declared = rates == null
                        ? (state == ConsentState.State.UNKNOWN ? 1 : 0)
                        : switch (state) {
                            case GRANTED -> rates.granted();
                            case DENIED -> rates.denied();
                            case UNKNOWN -> rates.unknown();
                            case EXPIRED -> rates.expired();
                        };
                share(
                        people,
                        registry.key(k) + " " + state,
                        declared,
                        p -> p.consents().status(key, asOf) == state);
            }
        }
    }

    private void behaviour(List<Person> people) {
        double[] views = new double[people.size()];
        double[] buyable = new double[people.size()];
        double[] purchases = new double[people.size()];
        double[][] byCategory = new double[content.categories().size()][people.size()];
        SeasonCalendar calendar = people.getFirst().population().calendar;
        for (int i = 0; i < views.length; i++) {
            EventHistory history = people.get(i).history();
            for (int k = 0; k < history.size(); k++) {
                EventType type = history.type(k);
                int category = history.category(k);
                // Sales lift the rate and consumables are also bought without a visit; stock purchases come without one
                // too.
                boolean plain = !sale(calendar, history.time(k))
                        && content.categories().get(category < 0 ? 0 : category).replenishment() == null;
                if (type == EventType.VIEW || type == EventType.OUT_OF_STOCK_VIEW) {
                    views[i]++;
                    byCategory[category][i]++;
                    buyable[i] += plain ? 1 : 0;
                } else if (type == EventType.PURCHASE && plain && fromCart(history, k)) {
                    purchases[i]++;
                }
            }
        }
        for (int c = 0; c < byCategory.length; c++) {
            ratio(
                    "category " + content.categories().get(c).id(),
                    content.categories().get(c).share(),
                    byCategory[c],
                    views);
        }
        double declared =
                content.behaviour().purchasesPerVisit() / content.behaviour().viewsPerVisit();
        ratio("purchases per view", declared, purchases, buyable);
    }

    private static boolean sale(SeasonCalendar calendar, long time) {
        int day = calendar.day(time);
        // Around the edges of a sale, UTC and local day may differ.
        return calendar.saleDiscount(day - 1) + calendar.saleDiscount(day) + calendar.saleDiscount(day + 1) > 0;
    }

    private static boolean fromCart(EventHistory history, int purchase) {
        for (int k = purchase - 1; k >= 0 && history.time(purchase) - history.time(k) < 3 * 3_600_000L; k--) {
            if (history.type(k) == EventType.ADD_TO_CART && history.product(k) == history.product(purchase)) {
                return true;
            }
        }
        return false;
    }

    private static void share(
            List<Person> people, String what, double declared, java.util.function.Predicate<Person> holds) {
        long count = people.stream().filter(holds).count();
        int n = people.size();
        // Wilson's interval, with a continuity allowance for rates near 0.
        double centre = (count + Z * Z / 2) / (n + Z * Z);
        double half = Z / (n + Z * Z) * Math.sqrt((double) count * (n - count) / n + Z * Z / 4) + 0.5 / n;
        assertTrue(
                Math.abs(declared - centre) <= half,
                what + ": declared " + declared + ", shown " + (double) count / n + " ± " + half);
    }

    /** Interval of a ratio of sums over people, who are independent while their events are not (Taylor linearisation). */
    private static void ratio(String what, double declared, double[] numerator, double[] denominator) {
        double sumN = 0;
        double sumD = 0;
        for (int i = 0; i < numerator.length; i++) {
            sumN += numerator[i];
            sumD += denominator[i];
        }
        double ratio = sumN / sumD;
        double variance = 0;
        for (int i = 0; i < numerator.length; i++) {
            variance += Math.pow(numerator[i] - ratio * denominator[i], 2);
        }
        double half = Z * Math.sqrt(variance) / sumD;
        assertTrue(
                Math.abs(declared - ratio) <= half,
                what + ": declared " + declared + ", shown " + ratio + " ± " + half);
    }
}
