package org.wayleave.journey.graph;

import java.util.List;

/**
 * One way out of a branch.
 *
 * @param port name of its port
 * @param title what people read
 * @param conditions all must hold; at least one
 */
public record BranchArm(String port, String title, List<Condition> conditions, Extras extras) {

    public BranchArm {
        conditions = List.copyOf(conditions);
    }

    public BranchArm(String port, String title, List<Condition> conditions) {
        this(port, title, conditions, Extras.NONE);
    }
}
