package org.wayleave.journey.graph;

/**
 * One way out of an opaque step.
 *
 * @param port name of its port
 * @param title what people read
 */
public record OpaqueArm(String port, String title, Extras extras) {

    public OpaqueArm(String port, String title) {
        this(port, title, Extras.NONE);
    }
}
