package org.wayleave.journey.graph;

/** What leaves a step through a port. */
public enum PortKind {
    /** Everyone. */
    NEXT,
    /** People whose consent is in one state. */
    CONSENT,
    /** People to whom something happened, or did not in time. */
    EVENT,
    /** People for whom conditions hold. */
    CONDITION,
    /** People whom no other port takes. */
    DEFAULT,
    /** People drawn at random. */
    RANDOM,
    /** One arm of a holdout. */
    ARM
}
