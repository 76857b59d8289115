package org.wayleave.journey.simulate;

import java.util.List;
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
