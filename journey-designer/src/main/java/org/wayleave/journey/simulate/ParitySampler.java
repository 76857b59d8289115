package org.wayleave.journey.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.journey.decide.LadderDecision;

/**
 * A uniform sample without replacement: each decision has a keyed random rank, and those with the lowest ranks are kept. Which ones
 * these are does not depend on the order in which they come. Not thread-safe.
 */
final class ParitySampler {

    /** A decision with its rank. */
    private record Ranked(long rank, int person, int sequence, String step, LadderDecision.Tried tried) {}

    private static final Comparator<Ranked> ORDER = Comparator.comparingLong(Ranked::rank)
            .thenComparingInt(Ranked::person)
            .thenComparingInt(Ranked::sequence)
            .thenComparingInt(ranked -> ranked.tried().position());

    private final int size;
    private final PriorityQueue<Ranked> kept = new PriorityQueue<>(ORDER.reversed());
    private long bound;

    /**
     * A sampler.
     *
     * @param size how many are kept
     * @param bound a rank above which none is kept anyway
     */
    ParitySampler(int size, long bound) {
        this.size = size;
        this.bound = bound;
    }

    /** Offers a decision; ranks are not negative. */
    void offer(long rank, int person, int sequence, String step, LadderDecision.Tried tried) {
        if (size > 0 && rank <= bound) {
            keep(new Ranked(rank, person, sequence, step, tried));
        }
    }

    private void keep(Ranked ranked) {
        kept.add(ranked);
        if (kept.size() > size) {
            kept.poll();
        }
        Ranked worst = kept.peek();
        if (kept.size() == size && worst != null) {
            bound = Math.min(bound, worst.rank());
        }
    }

    /** Takes over what another has kept. */
    void addAll(ParitySampler other) {
        other.kept.forEach(this::keep);
    }

    /** The rank above which nothing more is kept. */
    long bound() {
        return bound;
    }

    /** The sample in the order of people. */
    List<ParitySample> sample() {
        List<Ranked> ordered = new ArrayList<>(kept);
        ordered.sort(Comparator.comparingInt(Ranked::person)
                .thenComparingInt(Ranked::sequence)
                .thenComparingInt(ranked -> ranked.tried().position()));
        return ordered.stream()
                .map(ranked -> new ParitySample(
                        ranked.person(),
                        ranked.step(),
                        ranked.tried().kind().wire(),
                        RegoJson.write(ranked.tried().document()),
                        RegoJson.write(ranked.tried().verdict().result())))
                .toList();
    }
}
