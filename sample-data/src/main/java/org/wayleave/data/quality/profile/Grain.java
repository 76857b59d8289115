package org.wayleave.data.quality.profile;

/**
 * Round steps of 1, 2 or 5 times a power of ten.
 *
 * @param step more than 0
 */
record Grain(double step) {
    /** Returns the least round step that is at least so long, and at least 1 for whole numbers. */
    static Grain atLeast(double length, boolean whole) {
        if (!(length > 0)) {
            return new Grain(1);
        }
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double step = 10 * power;
        for (double factor : new double[] {5, 2, 1}) {
            if (factor * power >= length * (1 - 1e-9)) {
                step = factor * power;
            }
        }
        return new Grain(whole ? Math.max(1, step) : step);
    }

    /** Returns the nearest multiple. */
    double round(double value) {
        return times(Math.rint(value / step));
    }

    /** Returns the greatest multiple that is not above. */
    double floor(double value) {
        return times(Math.floor(value / step + 1e-9));
    }

    /** Returns the least multiple that is above. */
    double above(double value) {
        return times(Math.floor(value / step + 1e-9) + 1);
    }

    /** Returns a multiple, without the error that a step below 1 brings in. */
    double times(double count) {
        return step >= 1 ? count * step : count / Math.rint(1 / step);
    }
}
