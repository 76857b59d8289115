package org.wayleave.data.utility;

/** The Cholesky factor of a symmetric positive definite matrix. */
public final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Factors a matrix; the upper triangle is not read.
     *
     * @throws ArithmeticException if it is not positive definite
     */
    public static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 0) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("the matrix is not positive definite");
                }
            }
        }
        return new Cholesky(lower);
    }

    /** Returns the lower factor times a vector. */
    public double[] times(double... vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            for (int k = 0; k <= i; k++) {
                product[i] += lower[i][k] * vector[k];
            }
        }
        return product;
    }

    /** Returns the solution of the linear system with a right-hand side. */
    public double[] solve(double... right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
