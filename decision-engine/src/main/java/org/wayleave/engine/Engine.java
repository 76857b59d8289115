package org.wayleave.engine;

/** How a policy is run. Both ways give the same results. */
public enum Engine {
    /** Statement by statement: slower, needs no warm-up. */
    INTERPRET,
    /** As bytecode; what cannot be compiled is interpreted, and {@link Policy#engine()} says so. */
    COMPILE
}
