package org.wayleave.data.identity;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * How clusters agree with the truth, over the identifiers that occur in events.
 *
 * <p>Pairs: of the pairs that share a cluster, the share that belongs together (precision), and of the pairs that belong
 * together, the share that shares a cluster (recall). B³ (Bagga and Baldwin, 1998): the same for each identifier about its own
 * cluster, averaged. An identifier that a household shares belongs to nobody: joining it with a person costs precision.
 * Households are the independent groups of the intervals.
 *
 * @param people people with at least one identifier in an event
 * @param identifiers identifiers in events
 * @param clusters clusters of those
 * @param whole people all of whose identifiers share a cluster that holds nobody else's
 * @param mixed clusters with identifiers of more than one owner
 * @param sharedKept identifiers of households that are apart from everybody
 * @param shared identifiers of households
 */
public record IdentityEvaluation(
        int people,
        int identifiers,
        int clusters,
        int whole,
        int mixed,
        int sharedKept,
        int shared,
        RatioInterval precision,
        RatioInterval recall,
        RatioInterval bCubedPrecision,
        RatioInterval bCubedRecall) {

    /** Returns the harmonic mean of the B³ precision and recall. */
    public double bCubedF() {
        double p = bCubedPrecision.value();
        double r = bCubedRecall.value();
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    /** Compares a resolution with the truth. */
    public static IdentityEvaluation of(IdentityScene scene, Resolution resolution) {
        return of(scene, resolution::cluster);
    }

    /**
     * Compares clusters with the truth.
     *
     * @param cluster gives the cluster of an identifier
     */
    public static IdentityEvaluation of(IdentityScene scene, IntUnaryOperator cluster) {
        IdentityEvents events = scene.events();
        boolean[] seen = new boolean[events.identifiers()];
        for (int e = 0; e < events.size(); e++) {
            for (int k = 0; k < IdentityEvents.KINDS; k++) {
                if (events.slot(e, k) >= 0) {
                    seen[events.slot(e, k)] = true;
                }
            }
        }
        return new Comparison(scene, cluster, seen).compare();
    }

    /** Counts cells of clusters and owners. */
    private static final class Comparison {
        private final IdentityScene scene;
        private final IntUnaryOperator cluster;
        private final boolean[] seen;
        private final int[] clusterSize;
        private final int[] ownerSize;
        private final int offset;

        private Comparison(IdentityScene scene, IntUnaryOperator cluster, boolean[] seen) {
            this.scene = scene;
            this.cluster = cluster;
            this.seen = seen;
            clusterSize = new int[seen.length];
            offset = scene.households() * 2 + 1;
            ownerSize = new int[offset + scene.people()];
        }

        private IdentityEvaluation compare() {
            long[] cells = new long[seen.length];
            int size = 0;
            for (int i = 0; i < seen.length; i++) {
                if (seen[i]) {
                    cells[size++] = cell(i);
                    clusterSize[cluster.applyAsInt(i)]++;
                    ownerSize[owner(i)]++;
                }
            }
            cells = Arrays.copyOf(cells, size);
            Arrays.sort(cells);
            Sums sums = new Sums(scene.households());
            int[] cellsOfCluster = new int[seen.length];
            for (int from = 0; from < cells.length; ) {
                int to = from;
                while (to < cells.length && cells[to] == cells[from]) {
                    to++;
                }
                cellsOfCluster[(int) (cells[from] >> 32)]++;
                from = to;
            }
            int whole = 0;
            int sharedKept = 0;
            int shared = 0;
            boolean[] counted = new boolean[ownerSize.length];
            for (int i = 0; i < seen.length; i++) {
                if (!seen[i]) {
                    continue;
                }
                int together = count(cells, cell(i));
                int inCluster = clusterSize[cluster.applyAsInt(i)];
                int ofOwner = ownerSize[owner(i)];
                sums.add(scene.household(i), together, inCluster, ofOwner);
                boolean own = together == inCluster;
                if (scene.truth(i) < 0) {
                    shared++;
                    sharedKept += own ? 1 : 0;
                } else if (!counted[owner(i)]) {
                    counted[owner(i)] = true;
                    whole += own && together == ofOwner ? 1 : 0;
                }
            }
            int clusters = 0;
            int mixed = 0;
            for (int c = 0; c < clusterSize.length; c++) {
                clusters += clusterSize[c] > 0 ? 1 : 0;
                mixed += cellsOfCluster[c] > 1 ? 1 : 0;
            }
            int people = 0;
            for (int p = offset; p < ownerSize.length; p++) {
                people += ownerSize[p] > 0 ? 1 : 0;
            }
            return new IdentityEvaluation(
                    people,
                    cells.length,
                    clusters,
                    whole,
                    mixed,
                    sharedKept,
                    shared,
                    RatioInterval.of(sums.truePairs, sums.clusterPairs),
                    RatioInterval.of(sums.truePairs, sums.ownerPairs),
                    RatioInterval.of(sums.itemPrecision, sums.items),
                    RatioInterval.of(sums.itemRecall, sums.items));
        }

        /** Truth labels may be negative; the offset makes them positive. */
        private long cell(int identifier) {
            return (long) cluster.applyAsInt(identifier) << 32 | (scene.truth(identifier) + 0x4000_0000L);
        }

        private int owner(int identifier) {
            return scene.truth(identifier) + offset;
        }

        private static int count(long[] cells, long cell) {
            return bound(cells, cell + 1) - bound(cells, cell);
        }

        private static int bound(long[] cells, long cell) {
            int from = 0;
            int to = cells.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (cells[middle] < cell) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }

    /** Sums by household; each identifier brings half of each of its pairs. */
    private static final class Sums {
        private final double[] truePairs;
        private final double[] clusterPairs;
        private final double[] ownerPairs;
        private final double[] itemPrecision;
        private final double[] itemRecall;
        private final double[] items;

        private Sums(int households) {
            truePairs = new double[households];
            clusterPairs = new double[households];
            ownerPairs = new double[households];
            itemPrecision = new double[households];
            itemRecall = new double[households];
            items = new double[households];
        }

        private void add(int household, int together, int inCluster, int ofOwner) {
            truePairs[household] += (together - 1) / 2.0;
            clusterPairs[household] += (inCluster - 1) / 2.0;
            ownerPairs[household] += (ofOwner - 1) / 2.0;
            itemPrecision[household] += (double) together / inCluster;
            itemRecall[household] += (double) together / ofOwner;
            items[household]++;
        }
    }
}
