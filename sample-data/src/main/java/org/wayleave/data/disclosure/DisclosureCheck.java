package org.wayleave.data.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.wayleave.data.random.Draws;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.Table;
import org.wayleave.data.utility.Estimate;
import org.wayleave.data.utility.RocArea;

/**
 * Attacks a synthetic table. Each attack is made on people of the original and on as many who were held out when the table was made;
 * only what it achieves beyond the latter counts.
 */
public final class DisclosureCheck {
    private static final int MOST_PEOPLE = 1_000;
    private static final int MOST_SYNTHETIC = 5_000;
    private static final int ATTACKS = 1_000;
    private static final int TRIES = 20;
    private static final int MOST_SECRETS = 12;
    private static final int MOST_CONDITIONS = 3;

    private final long seed;

    /** Makes a check; the seed draws people and attacks. */
    public DisclosureCheck(long seed) {
        this.seed = seed;
    }

    /**
     * Attacks.
     *
     * @param synthetic the table that is to be given away
     * @param original the rows it was made from
     * @param held rows of the same population that it was not made from; at least one
     * @param cancelled asked now and then
     * @throws IllegalArgumentException if the tables share no column
     * @throws CancellationException once cancelled
     */
    public DisclosureReport attack(Table synthetic, Table original, Table held, BooleanSupplier cancelled) {
        List<Column> shared = original.columns().stream()
                .filter(column -> synthetic.column(column.name()) != null
                        && held.column(column.name()) != null
                        && column.getClass().equals(classOf(synthetic, column.name()))
                        && column.getClass().equals(classOf(held, column.name())))
                .toList();
        if (shared.isEmpty()) {
            throw new IllegalArgumentException("the tables share no column of one kind, so there is nothing to attack");
        }
        int people = Math.min(MOST_PEOPLE, Math.min(original.rows(), held.rows()));
        Distances distances = new Distances(new Table(shared));
        float[][] released = distances.points(synthetic.sample(MOST_SYNTHETIC, seed));
        float[][] members = distances.points(original.sample(people, seed + 1));
        float[][] others = distances.points(held.sample(people, seed + 2));
        List<Risk> risks = new ArrayList<>();
        risks.add(singlingOut(distances, released, members, others));
        stop(cancelled);
        if (distances.width() >= 2) {
            risks.add(linkability(distances, released, members, others));
            stop(cancelled);
            risks.addAll(inference(distances, released, members, others, cancelled));
        }
        int[] all = range(0, distances.width());
        long closer = 0;
        long decided = 0;
        long copies = 0;
        long copiesOfOthers = 0;
        for (int i = 0; i < released.length; i++) {
            if (i % 256 == 0) {
                stop(cancelled);
            }
            float toMember = distances.toNearest(released[i], members, all);
            float toOther = distances.toNearest(released[i], others, all);
            decided += toMember == toOther ? 0 : 1;
            closer += toMember < toOther ? 1 : 0;
            copies += toMember == 0 ? 1 : 0;
            copiesOfOthers += toOther == 0 ? 1 : 0;
        }
        Estimate share = decided == 0 ? new Estimate(0.5, 0, 1) : Estimate.share(closer, decided);
        Estimate membership = membership(distances, released, members, others, all, cancelled);
        return new DisclosureReport(
                risks,
                share,
                share.low() > 0.5
                        ? String.format(
                                Locale.ROOT,
                                "%.0f %% of the synthetic records lie closer to a person of the original than to one"
                                    + " held out; half would be chance. The table keeps something of single people.",
                                100 * share.value())
                        : "Synthetic records lie as close to people held out as to those of the original.",
                Estimate.share(copies, released.length),
                Estimate.share(copiesOfOthers, released.length),
                membership,
                membership.low() > 0.5
                        ? String.format(
                                Locale.ROOT,
                                "Who has the table and a person's record guesses better than chance whether that"
                                        + " person was in the original (area %.2f, chance 0.50).",
                                membership.value())
                        : "Who has the table and a person's record cannot guess better than chance whether that person"
                                + " was in the original.",
                people);
    }

    private static Class<?> classOf(Table table, String name) {
        Column column = table.column(name);
        return column == null ? Void.class : column.getClass();
    }

    /** A condition on one column: the same level, or a number on one side of a value. */
    private record Condition(int column, float value, int side) {}

    /** Predicates that fit one synthetic record only are tried on people: one that fits a single person singles that person out. */
    private Risk singlingOut(Distances distances, float[][] released, float[][] members, float[][] others) {
        float[] medians = new float[distances.width()];
        for (int i = 0; i < medians.length; i++) {
            medians[i] = median(released, i);
        }
        int conditions = Math.min(MOST_CONDITIONS, distances.width());
        int made = 0;
        int hits = 0;
        int controlHits = 0;
        for (int attack = 0; attack < ATTACKS; attack++) {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                long key = Draws.key(seed, attack, attempt, 11);
                float[] record = released[Draws.below(key, 0, released.length)];
                List<Condition> predicate = new ArrayList<>();
                for (int column : chosen(key, conditions, distances.width())) {
                    int side = distances.number(column) ? (record[column] > medians[column] ? 1 : -1) : 0;
                    predicate.add(new Condition(column, record[column], side));
                }
                if (matches(predicate, released) == 1) {
                    made++;
                    hits += matches(predicate, members) == 1 ? 1 : 0;
                    controlHits += matches(predicate, others) == 1 ? 1 : 0;
                    break;
                }
            }
        }
        return risk(
                "singling-out",
                "",
                Estimate.share(hits, made),
                Estimate.share(controlHits, made),
                made,
                "Conditions read from the table single out people of the original");
    }

    private static int matches(List<Condition> predicate, float[][] points) {
        int matches = 0;
        for (float[] point : points) {
            boolean fits = true;
            for (Condition condition : predicate) {
                float value = point[condition.column()];
                fits &= Float.isNaN(condition.value())
                        ? Float.isNaN(value)
                        : condition.side() == 0
                                ? value == condition.value()
                                : condition.side() > 0 ? value >= condition.value() : value <= condition.value();
            }
            matches += fits ? 1 : 0;
            if (matches > 1) {
                return matches;
            }
        }
        return matches;
    }

    /** Two halves of a person's record are looked up in the table apart: they are linked if both lead to the same record. */
    private Risk linkability(Distances distances, float[][] released, float[][] members, float[][] others) {
        int half = distances.width() / 2;
        int[] first = range(0, half);
        int[] second = range(half, distances.width());
        return risk(
                "linkability",
                "",
                Estimate.share(linked(distances, released, members, first, second), members.length),
                Estimate.share(linked(distances, released, others, first, second), others.length),
                members.length,
                "Two separate parts of a person's record are found to belong together");
    }

    private static int linked(Distances distances, float[][] released, float[][] people, int[] first, int[] second) {
        int linked = 0;
        for (float[] person : people) {
            linked += distances.nearest(person, released, first) == distances.nearest(person, released, second) ? 1 : 0;
        }
        return linked;
    }

    /** The nearest record by all columns but one tells the value of that one. */
    private static List<Risk> inference(
            Distances distances, float[][] released, float[][] members, float[][] others, BooleanSupplier cancelled) {
        List<Risk> risks = new ArrayList<>();
        for (int secret = 0; secret < Math.min(MOST_SECRETS, distances.width()); secret++) {
            stop(cancelled);
            int[] known = without(secret, distances.width());
            risks.add(risk(
                    "inference",
                    distances.name(secret),
                    Estimate.share(inferred(distances, released, members, known, secret), members.length),
                    Estimate.share(inferred(distances, released, others, known, secret), others.length),
                    members.length,
                    "Who knows all but " + distances.name(secret) + " of a person guesses it"));
        }
        risks.sort(
                Comparator.comparingDouble((Risk risk) -> -risk.risk().value()).thenComparing(Risk::about));
        return risks;
    }

    private static int inferred(Distances distances, float[][] released, float[][] people, int[] known, int secret) {
        int hits = 0;
        for (float[] person : people) {
            float guess = released[distances.nearest(person, released, known)][secret];
            hits += distances.hits(guess, person[secret], secret) ? 1 : 0;
        }
        return hits;
    }

    private static Risk risk(
            String attack, String about, Estimate attacked, Estimate control, int attacks, String what) {
        Estimate risk = Risk.beyond(attacked, control);
        return new Risk(
                attack,
                about,
                attacked,
                control,
                risk,
                attacks,
                String.format(
                        Locale.ROOT,
                        "%s in %.1f %% of the attacks, and in %.1f %% for people who were not in the original: %s.",
                        what,
                        100 * attacked.value(),
                        100 * control.value(),
                        risk.low() > 0 ? "a risk" : "no risk that these attacks can show"));
    }

    private static Estimate membership(
            Distances distances,
            float[][] released,
            float[][] members,
            float[][] others,
            int[] all,
            BooleanSupplier cancelled) {
        double[] in = new double[members.length];
        double[] out = new double[others.length];
        for (int i = 0; i < in.length; i++) {
            if (i % 256 == 0) {
                stop(cancelled);
            }
            in[i] = -distances.toNearest(members[i], released, all);
            out[i] = -distances.toNearest(others[i], released, all);
        }
        return RocArea.of(in, out);
    }

    private static void stop(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the attacks were cancelled");
        }
    }

    private static float median(float[][] points, int column) {
        float[] values = new float[points.length];
        int present = 0;
        for (float[] point : points) {
            if (!Float.isNaN(point[column])) {
                values[present++] = point[column];
            }
        }
        java.util.Arrays.sort(values, 0, present);
        return present == 0 ? 0 : values[present / 2];
    }

    private static int[] chosen(long key, int count, int of) {
        int[] all = range(0, of);
        for (int i = 0; i < count; i++) {
            int j = i + Draws.below(key, i + 1, of - i);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        return java.util.Arrays.copyOf(all, count);
    }

    private static int[] range(int from, int to) {
        return java.util.stream.IntStream.range(from, to).toArray();
    }

    private static int[] without(int left, int of) {
        return java.util.stream.IntStream.range(0, of).filter(i -> i != left).toArray();
    }
}
