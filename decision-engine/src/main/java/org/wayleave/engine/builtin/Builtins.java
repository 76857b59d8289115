package org.wayleave.engine.builtin;

import static org.wayleave.engine.PolicyException.Code.REFUSED_BUILTIN;
import static org.wayleave.engine.PolicyException.Code.UNKNOWN_BUILTIN;

import java.util.List;
import java.util.Set;
import org.wayleave.engine.PolicyException;

/**
 * The built-in functions by name. What would reach outside the decision (the network, the environment) or belongs to
 * OPA alone is refused when a policy is loaded, not when it runs.
 */
public final class Builtins {
    private static final Set<String> REFUSED = Set.of("http.send", "net.lookup_ip_addr", "opa.runtime");
    private static final List<String> REFUSED_FAMILIES = List.of("graphql.", "providers.aws.", "rego.");

    private final BuiltinTable table = new BuiltinTable();

    public Builtins() {
        ComparisonBuiltins.declare(table);
        ArithmeticBuiltins.declare(table);
        CollectionBuiltins.declare(table);
        SetBuiltins.declare(table);
        ObjectBuiltins.declare(table);
        StringBuiltins.declare(table);
        TimeBuiltins.declare(table);
        RegexBuiltins.declare(table);
        JsonBuiltins.declare(table);
        MiscellaneousBuiltins.declare(table);
        EncodingBuiltins.declare(table);
        DigestBuiltins.declare(table);
        UnitBuiltins.declare(table);
        VersionBuiltins.declare(table);
        GraphBuiltins.declare(table);
        GlobBuiltins.declare(table);
        JsonPathBuiltins.declare(table);
        NetworkBuiltins.declare(table);
        IdentifierBuiltins.declare(table);
        JwtBuiltins.declare(table);
        X509Builtins.declare(table);
        YamlBuiltins.declare(table);
        SchemaBuiltins.declare(table);
    }

    /** Whether a function is refused on purpose. */
    public static boolean isRefused(String name) {
        return REFUSED.contains(name) || REFUSED_FAMILIES.stream().anyMatch(name::startsWith);
    }

    /**
     * The function of a name.
     *
     * @throws PolicyException when it is refused or unknown; the message names it
     */
    public Builtin find(String name) {
        Builtin found = table.get(name);
        if (found != null) {
            return found;
        }
        if (isRefused(name)) {
            throw new PolicyException(
                    REFUSED_BUILTIN,
                    "The policy calls " + name
                            + ", which is refused: a decision depends on its input and data alone. Pass what it needs"
                            + " as input.");
        }
        throw new PolicyException(
                UNKNOWN_BUILTIN,
                "The policy calls " + name + ", which this engine does not know; plan it with OPA 1.22, or use a newer"
                        + " Wayleave.");
    }

    /** All names, sorted. */
    public Set<String> names() {
        return table.names();
    }
}
