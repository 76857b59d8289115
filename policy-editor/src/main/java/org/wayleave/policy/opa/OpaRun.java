package org.wayleave.policy.opa;

/**
 * One finished run of an OPA command.
 *
 * @param exit the exit status
 * @param out standard output
 * @param err standard error
 */
record OpaRun(int exit, String out, String err) {

    boolean succeeded() {
        return exit == 0;
    }

    /** The first line that OPA said, wherever it said it. */
    String complaint() {
        return (err + "\n" + out)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("it said nothing and ended with status " + exit);
    }
}
