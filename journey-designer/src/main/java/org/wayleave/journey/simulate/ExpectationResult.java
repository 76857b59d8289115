package org.wayleave.journey.simulate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;
import org.wayleave.journey.graph.Claim;
import org.wayleave.journey.graph.Expectation;

/**
 * What a run made of an expectation. The run is the whole of the people it walked, so the claim is held against their share
 * itself; the interval says what other people of the same kind may show.
 *
 * @param id the expectation
 * @param name what people read
 * @param verdict whether it holds
 * @param concerned people it concerns
 * @param shown those of them who saw the happening
 * @param low lower end of the 95 % Wilson interval of their share, 0 to 1
 * @param high upper end
 * @param witnesses the first people who speak against it, by index; at most {@link #MOST_WITNESSES}
 */
public record ExpectationResult(
        String id,
        String name,
        Verdict verdict,
        long concerned,
        long shown,
        double low,
        double high,
        List<Integer> witnesses) {

    /** The most witnesses kept. */
    public static final int MOST_WITNESSES = 5;

    private static final double CONFIDENCE = 0.95;

    /** Whether an expectation holds. */
    public enum Verdict {
        /** It does. */
        HOLDS,
        /** It does not. */
        BROKEN,
        /** It concerned nobody in the run, so nothing is known. */
        UNTRIED
    }

    public ExpectationResult {
        witnesses = List.copyOf(witnesses);
    }

    /** The result of an expectation that was tried on nobody. */
    public static ExpectationResult untried(Expectation expectation) {
        return new ExpectationResult(expectation.id(), expectation.name(), Verdict.UNTRIED, 0, 0, 0, 1, List.of());
    }

    static ExpectationResult of(Expectation expectation, long concerned, long shown, List<Integer> witnesses) {
        if (concerned == 0) {
            return new ExpectationResult(expectation.id(), expectation.name(), Verdict.UNTRIED, 0, 0, 0, 1, List.of());
        }
        boolean holds = holds(expectation, concerned, shown);
        ConfidenceInterval interval =
                BinomialProportion.getWilsonScoreInterval((int) concerned, (double) shown / concerned, CONFIDENCE);
        return new ExpectationResult(
                expectation.id(),
                expectation.name(),
                holds ? Verdict.HOLDS : Verdict.BROKEN,
                concerned,
                shown,
                shown == 0 ? 0 : interval.getLowerBound(),
                shown == concerned ? 1 : interval.getUpperBound(),
                holds ? List.of() : witnesses);
    }

    /** The figures behind the verdict, in words. */
    public String figures() {
        if (concerned == 0) {
            return "nobody simulated was concerned";
        }
        return String.format(
                Locale.ROOT,
                "%,d of %,d people concerned (%.1f %%; 95 %% from %.1f to %.1f %%)",
                shown,
                concerned,
                100.0 * shown / concerned,
                100 * low,
                100 * high);
    }

    /** The people who speak against it, by their ids, joined by commas; empty when there are none. */
    public String witnessIds() {
        return witnesses.stream()
                .map(person -> String.format(Locale.ROOT, "p%06d", person))
                .collect(Collectors.joining(", "));
    }

    private static boolean holds(Expectation expectation, long concerned, long shown) {
        return switch (expectation.claim()) {
            case NEVER -> shown == 0;
            case ALWAYS -> shown == concerned;
            case AT_LEAST -> shown >= expectation.share() * concerned;
            case AT_MOST -> shown <= expectation.share() * concerned;
        };
    }

    /** Whether a person speaks against a claim by having seen the happening, rather than by not having seen it. */
    static boolean speaksAgainst(Claim claim, boolean saw) {
        return saw == (claim == Claim.NEVER || claim == Claim.AT_MOST);
    }
}
