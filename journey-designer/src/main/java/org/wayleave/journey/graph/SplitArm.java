package org.wayleave.journey.graph;

/**
 * One way out of a random split.
 *
 * @param port name of its port
 * @param title what people read
 * @param weight its share relative to the other arms, more than 0
 */
public record SplitArm(String port, String title, double weight, Extras extras) {

    public SplitArm {
        if (!(weight > 0) || !Double.isFinite(weight)) {
            throw new IllegalArgumentException("an arm has a weight: " + weight);
        }
    }

    public SplitArm(String port, String title, double weight) {
        this(port, title, weight, Extras.NONE);
    }
}
