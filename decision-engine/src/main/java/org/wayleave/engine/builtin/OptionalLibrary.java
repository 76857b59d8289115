package org.wayleave.engine.builtin;

import static org.wayleave.engine.PolicyException.Code.MISSING_LIBRARY;

import java.util.List;
import org.wayleave.engine.PolicyException;

/** Libraries that only some functions need, and that an application adds where its policies call them. */
enum OptionalLibrary {
    YAML(
            "yaml.unmarshal yaml.is_valid",
            "org.snakeyaml.engine.v2.api.lowlevel.Parse",
            "org.snakeyaml:snakeyaml-engine");

    private final String builtins; // separated by blanks
    private final String probe;
    private final String artifact;

    OptionalLibrary(String builtins, String probe, String artifact) {
        this.builtins = builtins;
        this.probe = probe;
        this.artifact = artifact;
    }

    /**
     * Checks that what a function needs is there.
     *
     * @throws PolicyException when it is not; the message names the function and the artifact to add
     */
    static void require(String builtin) {
        for (OptionalLibrary library : values()) {
            if (List.of(library.builtins.split(" ")).contains(builtin)) {
                library.require(builtin, OptionalLibrary.class.getClassLoader());
            }
        }
    }

    void require(String builtin, ClassLoader classes) {
        try {
            Class.forName(probe, false, classes);
        } catch (ClassNotFoundException e) {
            throw new PolicyException(
                    MISSING_LIBRARY,
                    "The policy calls " + builtin + ", which needs a library that is not on the class path: add "
                            + artifact + ".",
                    e);
        }
    }
}
