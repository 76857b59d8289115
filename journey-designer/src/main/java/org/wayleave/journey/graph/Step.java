package org.wayleave.journey.graph;

import java.util.List;

/** A step of a journey. Its id is stable: edits keep it, runs and explanations refer to it. */
public sealed interface Step
        permits EntryStep,
                WaitStep,
                BranchStep,
                RandomSplitStep,
                MessageStep,
                HoldoutStep,
                GoalStep,
                ExitStep,
                OpaqueStep {

    /** Stable name, unique in the journey: lower-case letters, digits and hyphens. */
    String id();

    /** What people read. */
    String title();

    /** Where its card stands. */
    Position position();

    /** What the file holds beyond what this version knows. */
    Extras extras();

    /** Its kind. */
    StepType type();

    /** Its ways out, in the order in which they are drawn; names are unique. */
    List<Port> ports();

    /** One line of meaning, without the title. */
    String summary();

    /** The same step elsewhere. */
    Step withPosition(Position elsewhere);

    /** The same step under another title. */
    Step withTitle(String other);

    /** The same step under another id, for copies. */
    Step withId(String other);

    /** Whether edges may lead into it. */
    default boolean hasInput() {
        return type() != StepType.ENTRY;
    }
}
