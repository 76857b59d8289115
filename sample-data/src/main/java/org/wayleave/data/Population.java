package org.wayleave.data;

import java.time.Instant;
import java.util.List;
import org.wayleave.data.random.Draws;
import org.wayleave.data.random.Normal;

/** What all people of a population share, made ready for drawing; immutable. */
final class Population {
    /** Stock is followed from before the first event, so that its state then is settled. */
    private static final long STOCK_LEAD = 60 * SeasonCalendar.DAY;

    private final Recipe recipe;
    private final long seed;
    private final long asOf;
    private final int horizonDays;

    final RecipeContent content;
    final long key;
    final long windowStart;
    final long end;
    final SeasonCalendar calendar;
    final Assortment assortment;
    final double[] ageBands;
    final double[] countries;
    final double[][] cities;
    final int[][] zones;
    final double[] devices;
    final double[] segments;
    final double[] goals;
    final double[][] hours;
    final double[][] consentThresholds;
    final double consentResidual;
    final List<String> channels;
    final double[] reach;
    final double activeShare;
    final double answerThreshold;
    final double answerResidual;

    Population(Recipe recipe, long seed, Instant asOf, int horizonDays) {
        this.recipe = recipe;
        this.seed = seed;
        this.asOf = asOf.toEpochMilli();
        this.horizonDays = horizonDays;
        content = recipe.content();
        key = Draws.key(seed, Draws.hash(recipe.id()), recipe.version(), Streams.PEOPLE);
        windowStart = this.asOf - PersonGenerator.HISTORY_DAYS * SeasonCalendar.DAY;
        end = this.asOf + horizonDays * SeasonCalendar.DAY;
        calendar = new SeasonCalendar(content, windowStart, end);
        assortment = new Assortment(content.categories(), key, windowStart - STOCK_LEAD, end);
        ageBands = Shares.cumulative(content.ageBands());
        countries = Shares.cumulative(content.countries(), Country::share);
        cities = content.countries().stream()
                .map(country -> Shares.cumulative(country.cities(), Country.City::share))
                .toArray(double[][]::new);
        zones = calendar.zonePositions(content.countries());
        devices = Shares.cumulative(content.devices());
        segments = Shares.cumulative(content.segments(), RecipeContent.Segment::share);
        goals = Shares.cumulative(content.answers().goals(), RecipeContent.Goal::share);
        hours = new double[content.season().hours().length][];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = Shares.cumulative(content.season().hours()[i]);
        }
        RecipeContent.Consents consents = content.consents();
        consentThresholds = new double[consents.rates().length][];
        for (int i = 0; i < consentThresholds.length; i++) {
            consentThresholds[i] = thresholds(consents.rates()[i]);
        }
        consentResidual = Math.sqrt(
                1 - consents.value() * consents.value() - consents.privacyConcern() * consents.privacyConcern());
        channels = List.copyOf(content.reach().keySet());
        reach = channels.stream()
                .mapToDouble(channel -> content.reach().get(channel))
                .toArray();
        RecipeContent.Behaviour behaviour = content.behaviour();
        double active = behaviour.returnPerMonth() / (behaviour.returnPerMonth() + behaviour.lapsePerMonth());
        activeShare = active;
        RecipeContent.AnswerTable answers = content.answers();
        answerThreshold = Normal.quantile(1 - answers.share());
        answerResidual = Math.sqrt(1 - answers.value() * answers.value());
    }

    /**
     * Cuts a standard normal score into denied, unknown, expired and granted, from low to high, so that the shares of the states
     * are those of the recipe while the score may depend on the person.
     */
    private static double[] thresholds(RecipeContent.@org.jspecify.annotations.Nullable ConsentRates rates) {
        if (rates == null) {
            return new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        }
        double denied = rates.denied();
        double unknown = denied + rates.unknown();
        double expired = Math.min(1, unknown + rates.expired());
        return new double[] {Normal.quantile(denied), Normal.quantile(unknown), Normal.quantile(expired)};
    }

    Recipe recipe() {
        return recipe;
    }

    long seed() {
        return seed;
    }

    long asOf() {
        return asOf;
    }

    int horizonDays() {
        return horizonDays;
    }

    long personKey(int index) {
        return Draws.subKey(key, index);
    }

    /** Returns the mean rate of visits relative to that of a person who has not lapsed. */
    double meanActivity() {
        return activeShare + (1 - activeShare) * content.behaviour().lapsedVisitShare();
    }
}
