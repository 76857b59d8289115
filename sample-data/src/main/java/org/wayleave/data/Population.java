package org.wayleave.data;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.wayleave.data.event.EventType;
import org.wayleave.data.process.Emission;
import org.wayleave.data.process.LifeProcess;
import org.wayleave.data.process.Sessions;
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
    final double[][] ageBands;
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
    final int rules;
    final List<Emission>[] consequences;
    final long[] processKeys;
    final double[][] busy;
    final double[][] processHours;
    final Pace[] paces;
    final int usualEvents;
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
        ageBands = Arrays.stream(content.ageBands()).map(Shares::cumulative).toArray(double[][]::new);
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
        rules = content.rules().size();
        consequences = consequences(content);
        List<LifeProcess> processes = content.processes();
        processKeys = processes.stream()
                .mapToLong(process -> Draws.hash(process.id()))
                .toArray();
        paces = processes.stream()
                .map(process -> new Pace(process.id(), processes, content.flags()))
                .toArray(Pace[]::new);
        busy = new double[processes.size()][];
        processHours = new double[processes.size()][];
        for (int i = 0; i < busy.length; i++) {
            boolean sessions = processes.get(i) instanceof Sessions;
            busy[i] = sessions ? calendar.busy(((Sessions) processes.get(i)).months()) : new double[0];
            processHours[i] = sessions && ((Sessions) processes.get(i)).hours().length > 0
                    ? Shares.cumulative(((Sessions) processes.get(i)).hours())
                    : new double[0];
        }
        usualEvents = usualEvents(content, horizonDays);
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

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array is read faster than a map, once for each event
    private static List<Emission>[] consequences(RecipeContent content) {
        List[] consequences = new List[content.events().size()];
        for (EventType type : content.events().all()) {
            consequences[type.code()] = content.consequences().getOrDefault(type.wire(), List.of());
        }
        return consequences;
    }

    /** Room for the events of a person of the busiest segment, within limits. */
    private static int usualEvents(RecipeContent content, int horizonDays) {
        double events = 8;
        for (LifeProcess process : content.processes()) {
            if (process instanceof Sessions sessions) {
                double perYear = Arrays.stream(sessions.perYear()).average().orElse(0);
                events += perYear * (sessions.stepsMean() + 1);
            }
        }
        return (int) Math.clamp(events * (365 + horizonDays) / 365, 32, 1024);
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
}
