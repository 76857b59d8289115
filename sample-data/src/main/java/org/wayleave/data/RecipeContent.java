package org.wayleave.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.event.EventType;
import org.wayleave.data.event.EventTypes;
import org.wayleave.data.feature.EventSet;
import org.wayleave.data.feature.FeatureTable;
import org.wayleave.data.process.Amount;
import org.wayleave.data.process.Emission;
import org.wayleave.data.process.LifeProcess;

/** What a recipe says, checked; lists and arrays are not to be changed. */
@SuppressWarnings("ArrayRecordComponent") // tables read in loops over people; never compared, never handed out
record RecipeContent(
        String id,
        int version,
        String title,
        String vertical,
        String currency,
        double[][] ageBands,
        List<Country> countries,
        double[] devices,
        List<Flag> flags,
        Tenure tenure,
        Map<String, Double> reach,
        List<Segment> segments,
        List<Category> categories,
        double[][] categoryShares,
        Behaviour behaviour,
        EventTypes events,
        EventFields eventFields,
        List<LifeProcess> processes,
        Map<String, List<Emission>> consequences,
        List<Emission> rules,
        Season season,
        Consents consents,
        AnswerTable answers,
        FeatureTable features,
        TruthTable truth) {

    /** Returns the shares of the age bands within a segment. */
    double[] ageBands(int segment) {
        return ageBands[segment];
    }

    /** A mark that a share of each segment carries; it may speed up or slow down processes, by their id. */
    record Flag(String id, String title, double[] share, Map<String, Double> rates) {}

    /** How long people have been customers: a share for less than a year, the others up to a number of days. */
    record Tenure(double newShare, int oldestDays) {}

    /** A kind of person. */
    record Segment(String id, String title, double share, double priceSensitivity) {}

    /**
     * What all processes share.
     *
     * @param affinityConcentration the higher, the more alike people's leanings are
     * @param sensitivitySpread standard deviation of the sensitivity to prices within a segment
     */
    record Behaviour(double affinityConcentration, double sensitivitySpread) {}

    /** Relative activity by month, weekday and, per device, hour; the sales, and who uses a voucher outside of them. */
    record Season(
            double[] months,
            double[] weekdays,
            double[][] hours,
            List<Sale> sales,
            double voucherShare,
            double voucherDiscount) {}

    /** Days of every year, given as month * 100 + day, on which prices are reduced. */
    record Sale(String title, int from, int to, double discount) {}

    /**
     * How consents are spread and how they came about.
     *
     * @param rates one per entry of the registry, null where the consent is never asked for
     * @param legacy an older source of grants, null if there is none
     * @param events the event that a withdrawal from a source leaves, by source
     */
    record Consents(
            ConsentRegistry registry,
            ConsentRates[] rates,
            double value,
            double privacyConcern,
            double withdrawnShare,
            double renewedShare,
            double returnedShare,
            double withdrawalsPerYear,
            double regrantsPerYear,
            String[] grantedSources,
            String[] declinedSources,
            String[] withdrawnSources,
            @Nullable Legacy legacy,
            Map<String, EventType> events) {}

    /** Where a share of the consents given before some time, epoch milliseconds, were recorded. */
    record Legacy(String source, long before, double share) {}

    /** Shares of people by state at the moment of observation. */
    record ConsentRates(double granted, double denied, double unknown, double expired) {}

    /** Who answers questions about themselves. */
    record AnswerTable(
            double share,
            double value,
            double preferencesShare,
            double sizesShare,
            double goalsShare,
            List<Goal> goals) {}

    /** A goal people can name; the position of the category it is about, -1 if none. */
    record Goal(String id, String title, double share, int category) {}

    /** Coefficients, on the logit scale, of what people do when contacted. */
    record TruthTable(
            int windowDays,
            Outcome outcome,
            Map<String, About> about,
            Lapsed lapsed,
            Notice notice,
            Click click,
            Respond respond,
            Deter deter,
            Cannibalise cannibalise,
            Unsubscribe unsubscribe,
            Renew renewal) {}

    /**
     * What a contact about a topic is about.
     *
     * @param events the newest of which gives the category, null if none does
     * @param goal whether the told goal gives it
     */
    record About(@Nullable EventSet events, boolean goal) {}

    /** A person without such an event for some days has lapsed. */
    record Lapsed(EventType event, int days) {}

    record Notice(
            Map<String, Double> channels, Map<String, Double> rungs, double value, double affinity, double fatigue) {}

    record Click(
            Map<String, Double> channels,
            Map<String, Double> rungs,
            double value,
            double affinity,
            double fatigue,
            double discount) {}

    record Respond(
            Map<String, Double> topics,
            Map<String, Double> rungs,
            double value,
            double privacyConcern,
            double affinity,
            double discount,
            double clicked,
            double lapsed,
            double told,
            Amount amount,
            double delayHours) {}

    record Deter(double base, double privacyConcern, double fatigue, double personalised) {}

    record Cannibalise(double base, double discount, double clicked) {}

    record Unsubscribe(
            Map<String, Double> channels, double privacyConcern, double value, double fatigue, double delayHours) {}

    record Renew(double base, double value, double privacyConcern, double fatigue, double refuses, double delayHours) {}
}
