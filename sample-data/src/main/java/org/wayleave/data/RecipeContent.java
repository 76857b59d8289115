package org.wayleave.data;

import java.util.List;
import java.util.Map;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.feature.FeatureTable;

/** What a recipe says, checked; lists and arrays are not to be changed. */
@SuppressWarnings("ArrayRecordComponent") // tables read in loops over people; never compared, never handed out
record RecipeContent(
        String id,
        int version,
        String title,
        String vertical,
        String currency,
        double[] ageBands,
        List<Country> countries,
        double[] devices,
        List<Flag> flags,
        Tenure tenure,
        Map<String, Double> reach,
        List<Segment> segments,
        List<Category> categories,
        Behaviour behaviour,
        Season season,
        Consents consents,
        AnswerTable answers,
        FeatureTable features,
        TruthTable truth) {

    /** A mark that some people carry. */
    record Flag(String id, String title, double share) {}

    /** How long people have been customers: a share for less than a year, the others up to a number of days. */
    record Tenure(double newShare, int oldestDays) {}

    /** A kind of customer. */
    record Segment(String id, String title, double share, double visitsPerYear, double priceSensitivity) {}

    /** Rates of visits and what happens in them; shares are 0 to 1. */
    record Behaviour(
            double affinityConcentration,
            double visitSpread,
            double sensitivitySpread,
            double lapsePerMonth,
            double returnPerMonth,
            double lapsedVisitShare,
            double viewsPerVisit,
            double searchesPerVisit,
            double purchasesPerVisit,
            double purchaseSpread,
            double abandonedCartsPerVisit,
            double supportPerPurchase,
            double voucherShare,
            double voucherDiscount,
            double saleLift,
            int stockWatchDays,
            double stockPurchaseRate,
            double stockPurchaseDays) {}

    /** Relative activity by month, weekday and, per device, hour; and the sales. */
    record Season(double[] months, double[] weekdays, double[][] hours, List<Sale> sales) {}

    /** Days of every year, given as month * 100 + day, on which prices are reduced. */
    record Sale(String title, int from, int to, double discount) {}

    /**
     * How consents are spread and how they came about.
     *
     * @param rates one per entry of the registry, null where the consent is never asked for
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
            String[] withdrawnSources) {}

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

    /** A goal people can name. */
    record Goal(String id, String title, double share) {}

    /** Coefficients, on the logit scale, of what people do when contacted. */
    record TruthTable(
            int windowDays,
            Notice notice,
            Click click,
            Buy purchase,
            Deter deter,
            Cannibalise cannibalise,
            Unsubscribe unsubscribe,
            Renew renewal) {}

    record Notice(
            Map<String, Double> channels, Map<String, Double> rungs, double value, double affinity, double fatigue) {}

    record Click(
            Map<String, Double> channels,
            Map<String, Double> rungs,
            double value,
            double affinity,
            double fatigue,
            double discount) {}

    record Buy(
            Map<String, Double> topics,
            Map<String, Double> rungs,
            double value,
            double privacyConcern,
            double affinity,
            double discount,
            double clicked,
            double lapsed,
            double delayHours) {}

    record Deter(double base, double privacyConcern, double fatigue, double personalised) {}

    record Cannibalise(double base, double discount, double clicked) {}

    record Unsubscribe(
            Map<String, Double> channels, double privacyConcern, double value, double fatigue, double delayHours) {}

    record Renew(double base, double value, double privacyConcern, double fatigue, double refuses, double delayHours) {}
}
