package org.wayleave.data.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.Table;
import org.wayleave.data.utility.Estimate;
import org.wayleave.data.utility.RocArea;

/**
 * Attacks a synthetic table. Each attack is made on people of the original and on as many who were held out when the table was made;
 * only what it achieves beyond the latter counts (Giomi and others, "A unified framework for quantifying privacy risk in synthetic
 * data", PoPETs 2023, for singling out, linkability and inference; Platzer and Reutterer, Frontiers in Big Data 2021, for the
 * distance to the closest record).
 *
 * <p>Cost: at most 2,000 people are sought among at most 20,000 records once for each of up to 15 attacks; some seconds for ten
 * columns. Results do not depend on the number of threads.
 */
public final class DisclosureCheck {
    private static final int MOST_PEOPLE = 1_000;
    private static final int MOST_COMPARED = 10_000;
    private static final int MOST_RELEASED = 20_000;
    private static final int MOST_MEASURED = 5_000;
    private static final int MOST_SECRETS = 12;
    private static final int MOST_COLUMNS = 40;
    private static final int STRIDE = 128;

    private final long seed;

    /** Makes a check; the seed draws people and attacks. */
    public DisclosureCheck(long seed) {
        this.seed = seed;
    }

    /**
     * Attacks, by the first 40 columns that all three tables share.
     *
     * @param synthetic the table that is to be given away
     * @param original the rows it was made from
     * @param held rows of the same population that it was not made from
     * @param cancelled asked now and then
     * @throws IllegalArgumentException if the tables share no column, or one of them has no row
     * @throws CancellationException once cancelled
     */
    public DisclosureReport attack(Table synthetic, Table original, Table held, BooleanSupplier cancelled) {
        if (synthetic.rows() == 0 || original.rows() == 0 || held.rows() == 0) {
            throw new IllegalArgumentException("a table without rows cannot be attacked, or attacked with");
        }
        List<Column> shared = original.columns().stream()
                .filter(column ->
                        same(column, synthetic.column(column.name())) && same(column, held.column(column.name())))
                .limit(MOST_COLUMNS)
                .toList();
        if (shared.isEmpty()) {
            throw new IllegalArgumentException("the tables share no column of one kind, so there is nothing to attack");
        }
        int compared = Math.min(MOST_COMPARED, Math.min(original.rows(), held.rows()));
        Distances distances = new Distances(new Table(shared), synthetic, held);
        float[][] released = distances.points(synthetic.sample(MOST_RELEASED, seed));
        float[][] members = distances.points(original.sample(compared, seed + 1));
        float[][] others = distances.points(held.sample(compared, seed + 2));
        return new Attacks(distances, released, members, others, cancelled)
                .report(shared.stream().map(Column::name).toList());
    }

    private static boolean same(Column column, @Nullable Column other) {
        return other != null && other.getClass().equals(column.getClass());
    }

    static void stop(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the attacks were cancelled");
        }
    }

    /** The attacks of one report. */
    private final class Attacks {
        private final Distances distances;
        private final float[][] released;
        private final float[][] members;
        private final float[][] others;
        private final BooleanSupplier cancelled;
        private final int people;
        private final int secrets;
        private final double z;

        Attacks(
                Distances distances,
                float[][] released,
                float[][] members,
                float[][] others,
                BooleanSupplier cancelled) {
            this.distances = distances;
            this.released = released;
            this.members = members;
            this.others = others;
            this.cancelled = cancelled;
            people = Math.min(MOST_PEOPLE, members.length);
            secrets = distances.width() < 2 ? 0 : Math.min(MOST_SECRETS, distances.width());
            // Singling out, closeness and membership; linkability and inference need two columns.
            z = Estimate.together(3 + (secrets == 0 ? 0 : 1 + secrets));
        }

        DisclosureReport report(List<String> columns) {
            List<Risk> risks = new ArrayList<>();
            risks.add(singlingOut());
            if (secrets > 0) {
                risks.add(linkability());
                risks.addAll(inference());
            }
            float[][] measured = released.length <= MOST_MEASURED ? released : spread(released);
            Estimate closer = Closeness.share(distances, measured, members, others, z, cancelled);
            Estimate membership = membership();
            return new DisclosureReport(
                    risks,
                    closer,
                    closerInWords(closer),
                    Closeness.copies(released, members),
                    Closeness.copies(released, others),
                    membership,
                    membershipInWords(membership),
                    people,
                    released.length,
                    columns);
        }

        private Risk singlingOut() {
            SinglingOut attack = new SinglingOut(distances, released, seed, cancelled);
            return risk(
                    "singling-out",
                    "",
                    attack.hits(members),
                    attack.hits(others),
                    attack.attacks(),
                    "Conditions read from the table single out a person");
        }

        /** Two halves of a person's record are looked up in the table apart: they are linked if both lead to the same record. */
        private Risk linkability() {
            int half = distances.width() / 2;
            int[] first = IntStream.range(0, half).toArray();
            int[] second = IntStream.range(half, distances.width()).toArray();
            return risk(
                    "linkability",
                    "",
                    linked(members, first, second),
                    linked(others, first, second),
                    people,
                    "Two separate parts of a person's record are found to belong together");
        }

        private int linked(float[][] group, int[] first, int[] second) {
            return count(
                    group,
                    person ->
                            distances.nearest(person, released, first) == distances.nearest(person, released, second));
        }

        /** The nearest record by all columns but one tells the value of that one. */
        private List<Risk> inference() {
            List<Risk> risks = new ArrayList<>();
            for (int i = 0; i < secrets; i++) {
                int secret = i;
                int[] known = IntStream.range(0, distances.width())
                        .filter(column -> column != secret)
                        .toArray();
                risks.add(risk(
                        "inference",
                        distances.name(secret),
                        inferred(members, secret, known),
                        inferred(others, secret, known),
                        people,
                        "Who knows all but " + distances.name(secret) + " of a person guesses it"));
            }
            risks.sort(Comparator.comparingDouble((Risk risk) -> -risk.risk().value())
                    .thenComparing(Risk::about));
            return risks;
        }

        private int inferred(float[][] group, int secret, int... known) {
            return count(
                    group,
                    person -> distances.hits(
                            released[distances.nearest(person, released, known)][secret], person[secret], secret));
        }

        /** Counts the attacks on the people of a group that succeed. */
        private int count(float[][] group, Predicate<float[]> attack) {
            int hits = 0;
            for (int from = 0; from < people; from += STRIDE) {
                stop(cancelled);
                hits += (int) IntStream.range(from, Math.min(people, from + STRIDE))
                        .parallel()
                        .filter(i -> attack.test(group[i * group.length / people]))
                        .count();
            }
            return hits;
        }

        private Estimate membership() {
            return RocArea.of(closenesses(members), closenesses(others), z);
        }

        private double[] closenesses(float[][] group) {
            stop(cancelled);
            int[] all = IntStream.range(0, distances.width()).toArray();
            return IntStream.range(0, people)
                    .parallel()
                    .mapToDouble(i -> -distances.toNearest(group[i * group.length / people], released, all))
                    .toArray();
        }

        private Risk risk(String attack, String about, int hits, int controlHits, int attacks, String what) {
            Estimate attacked = Estimate.share(hits, attacks, z);
            Estimate control = Estimate.share(controlHits, attacks, z);
            Estimate risk = attacks == 0 ? new Estimate(0, 0, 1) : Risk.beyond(attacked, control);
            String sentence = attacks == 0
                    ? "No condition on the table fits one record only, so nobody can be singled out by this attack."
                    : String.format(
                            Locale.ROOT,
                            "%s in %.1f %% of the attacks on people of the original, and in %.1f %% on people who were"
                                    + " not in it: %s.",
                            what,
                            100 * attacked.value(),
                            100 * control.value(),
                            risk.low() > 0 ? "a risk" : "no risk that these attacks can show");
            return new Risk(attack, about, attacked, control, risk, attacks, sentence);
        }
    }

    private static float[][] spread(float[][] points) {
        float[][] some = new float[MOST_MEASURED][];
        for (int i = 0; i < some.length; i++) {
            some[i] = points[(int) ((long) i * points.length / some.length)];
        }
        return some;
    }

    private static String closerInWords(Estimate share) {
        return share.low() > 0.5
                ? String.format(
                        Locale.ROOT,
                        "%.0f %% of the synthetic records lie closer to a person of the original than to one held out;"
                                + " half would be chance. The table keeps something of single people.",
                        100 * share.value())
                : "Synthetic records lie as close to people held out as to those of the original, as far as the"
                        + " interval shows.";
    }

    private static String membershipInWords(Estimate area) {
        return area.low() > 0.5
                ? String.format(
                        Locale.ROOT,
                        "Who has the table and a person's record guesses better than chance whether that person was in"
                                + " the original (area %.2f, chance 0.50).",
                        area.value())
                : "Who has the table and a person's record does not guess better than chance whether that person was in"
                        + " the original, as far as the interval shows.";
    }
}
