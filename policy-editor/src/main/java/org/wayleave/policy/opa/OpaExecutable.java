package org.wayleave.policy.opa;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An OPA binary that has been started once to ask for its version.
 *
 * @param path the file
 * @param version its version, such as {@code 1.22.2}
 */
public record OpaExecutable(Path path, String version) {

    /** The OPA to use on this machine; waits, without saying so, for a build under way. */
    public static Optional<OpaExecutable> find() {
        return search(line -> {}).executable();
    }

    /**
     * The OPA to use on this machine.
     *
     * @param progress gets a line now and then while the search waits for a build under way
     */
    public static OpaSearch search(Consumer<String> progress) {
        return new OpaFinder(OpaPlaces.ofThisProcess()).search(progress);
    }
}
