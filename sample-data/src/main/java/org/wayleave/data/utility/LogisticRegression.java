package org.wayleave.data.utility;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Logistic regression with a ridge penalty, fitted by iteratively reweighted least squares (le Cessie and van Houwelingen, "Ridge
 * estimators in logistic regression", Applied Statistics 1992). Immutable.
 */
final class LogisticRegression {
    private static final int MOST_STEPS = 50;
    private static final double ENOUGH = 1e-9;
    private static final double FARTHEST = 30;
    private static final double SYMMETRIC = 1e-12;
    private static final double POSITIVE = 1e-12;

    private final double[] coefficients;

    private LogisticRegression(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * Fits.
     *
     * @param rows a row of features for each observation, without a constant, which is added and not penalised
     * @param labels what was observed
     * @param ridge penalty of the sum of squared coefficients, 0 or more; 0 needs data that no plane separates
     * @throws ArithmeticException if there is no penalty and the fit is not unique
     */
    static LogisticRegression fit(double[][] rows, boolean[] labels, double ridge) {
        int p = rows.length == 0 ? 1 : rows[0].length + 1;
        double[] beta = new double[p];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] information = new double[p][p];
            double[] gradient = new double[p];
            for (int i = 0; i < rows.length; i++) {
                double predicted = sigmoid(score(beta, rows[i]));
                double residual = (labels[i] ? 1 : 0) - predicted;
                double weight = Math.max(1e-10, predicted * (1 - predicted));
                for (int j = 0; j < p; j++) {
                    double xj = j == 0 ? 1 : rows[i][j - 1];
                    if (xj != 0) {
                        gradient[j] += residual * xj;
                        double weighted = weight * xj;
                        information[j][0] += weighted;
                        for (int k = 1; k <= j; k++) {
                            information[j][k] += weighted * rows[i][k - 1];
                        }
                    }
                }
            }
            for (int j = 1; j < p; j++) {
                gradient[j] -= ridge * beta[j];
                information[j][j] += ridge;
            }
            double[] change = solved(information, gradient);
            double largest = 0;
            for (int j = 0; j < p; j++) {
                beta[j] += change[j];
                largest = Math.max(largest, Math.abs(change[j]));
            }
            if (largest < ENOUGH) {
                break;
            }
        }
        return new LogisticRegression(beta);
    }

    /** Solves the normal equations, of which the lower triangle is given. */
    private static double[] solved(double[][] information, double[] gradient) {
        for (int j = 0; j < information.length; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        try {
            return new CholeskyDecomposition(new Array2DRowRealMatrix(information, false), SYMMETRIC, POSITIVE)
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false))
                    .toArray();
        } catch (MathIllegalArgumentException singular) {
            ArithmeticException failed = new ArithmeticException("the fit is not unique");
            failed.initCause(singular);
            throw failed;
        }
    }

    /** Returns the constant and then the coefficient of each feature. */
    double[] coefficients() {
        return coefficients.clone();
    }

    /** Returns the predicted log odds of a row. */
    double logOdds(double... row) {
        return score(coefficients, row);
    }

    private static double score(double[] beta, double[] row) {
        double score = beta[0];
        for (int j = 0; j < row.length; j++) {
            score += beta[j + 1] * row[j];
        }
        return score;
    }

    private static double sigmoid(double score) {
        return 1 / (1 + Math.exp(-Math.clamp(score, -FARTHEST, FARTHEST)));
    }
}
