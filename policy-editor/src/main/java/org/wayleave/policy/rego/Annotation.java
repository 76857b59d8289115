package org.wayleave.policy.rego;

import java.util.Map;
import java.util.Optional;

/**
 * A {@code METADATA} block of a Rego file: what the author says about a package or a rule.
 *
 * @param target what the block stands above
 * @param title one short line, empty when the block has none
 * @param description one or more sentences, empty when the block has none
 * @param custom the scalar members of the block's {@code custom} section, as text
 * @param line the line of the package or rule below the block, from 1
 */
public record Annotation(Target target, String title, String description, Map<String, String> custom, int line) {

    /** What an annotation describes. */
    public enum Target {
        /** The whole file's package. */
        PACKAGE,
        /** The rule or function that follows. */
        RULE
    }

    /** Copies the custom members. */
    public Annotation {
        custom = Map.copyOf(custom);
    }

    /** One scalar member of the {@code custom} section. */
    public Optional<String> custom(String name) {
        return Optional.ofNullable(custom.get(name));
    }
}
