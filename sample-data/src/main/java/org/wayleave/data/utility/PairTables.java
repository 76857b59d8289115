package org.wayleave.data.utility;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

/** Two tables of the same columns, ready to be compared over any of their rows. */
final class PairTables {
    private final Table left;
    private final Table right;
    private final int[][] leftClasses;
    private final int[][] rightClasses;
    private final int[] counts;

    PairTables(Table left, Table right, int classes) {
        this.left = left;
        this.right = right;
        int columns = left.columns().size();
        leftClasses = new int[columns][];
        rightClasses = new int[columns][];
        counts = new int[columns];
        for (int i = 0; i < columns; i++) {
            Bins bins = Bins.of(left.columns().get(i), classes);
            leftClasses[i] = bins.of(left.columns().get(i));
            rightClasses[i] = bins.of(right.columns().get(i));
            counts[i] = bins.count();
        }
    }

    /** Returns the total variation distance of each column over some rows of either table. */
    double[] distances(int[] rows, int[] others) {
        double[] distances = new double[counts.length];
        for (int i = 0; i < distances.length; i++) {
            double[] shares = new double[counts[i]];
            for (int row : rows) {
                shares[leftClasses[i][row]] += 1.0 / rows.length;
            }
            for (int row : others) {
                shares[rightClasses[i][row]] -= 1.0 / others.length;
            }
            distances[i] = half(shares);
        }
        return distances;
    }

    double meanSimilarity(int[] rows, int[] others) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = i + 1; j < counts.length; j++) {
                sum += similarity(i, j, rows, others);
                pairs++;
            }
        }
        return pairs == 0 ? 1 : sum / pairs;
    }

    List<PairMatch> matches(int[] rows, int[] others) {
        List<PairMatch> matches = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = i + 1; j < counts.length; j++) {
                matches.add(new PairMatch(
                        left.columns().get(i).name(),
                        left.columns().get(j).name(),
                        numbers(i) && numbers(j) ? "correlation" : "contingency",
                        similarity(i, j, rows, others)));
            }
        }
        return matches;
    }

    private boolean numbers(int i) {
        return left.columns().get(i) instanceof NumberColumn;
    }

    private double similarity(int i, int j, int[] rows, int[] others) {
        if (numbers(i) && numbers(j)) {
            return 1 - Math.abs(correlation(left, i, j, rows) - correlation(right, i, j, others)) / 2;
        }
        double[] shares = new double[counts[i] * counts[j]];
        for (int row : rows) {
            shares[leftClasses[i][row] * counts[j] + leftClasses[j][row]] += 1.0 / rows.length;
        }
        for (int row : others) {
            shares[rightClasses[i][row] * counts[j] + rightClasses[j][row]] -= 1.0 / others.length;
        }
        return 1 - half(shares);
    }

    private static double half(double[] differences) {
        double sum = 0;
        for (double difference : differences) {
            sum += Math.abs(difference) / 2;
        }
        return sum;
    }

    /** Pearson's correlation over the rows that have both; 0 where one of them does not vary. */
    private static double correlation(Table table, int i, int j, int[] rows) {
        Column first = table.columns().get(i);
        Column second = table.columns().get(j);
        if (!(first instanceof NumberColumn x) || !(second instanceof NumberColumn y)) {
            return 0;
        }
        double n = 0;
        double meanX = 0;
        double meanY = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int row : rows) {
            double a = x.value(row);
            double b = y.value(row);
            if (!Double.isNaN(a) && !Double.isNaN(b)) {
                n++;
                double dx = a - meanX;
                double dy = b - meanY;
                meanX += dx / n;
                meanY += dy / n;
                xx += dx * (a - meanX);
                yy += dy * (b - meanY);
                xy += dx * (b - meanY);
            }
        }
        return xx > 0 && yy > 0 ? Math.clamp(xy / Math.sqrt(xx * yy), -1, 1) : 0;
    }
}
