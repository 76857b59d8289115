package org.wayleave.engine.builtin;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a family declares its functions by name. */
final class BuiltinTable {
    private final Map<String, Builtin> functions = new HashMap<>();

    void unary(String name, Builtin.Unary function) {
        add(name, function);
    }

    void binary(String name, Builtin.Binary function) {
        add(name, function);
    }

    void ternary(String name, Builtin.Ternary function) {
        add(name, function);
    }

    void add(String name, Builtin function) {
        if (functions.putIfAbsent(name, function) != null) {
            throw new IllegalStateException("The built-in " + name + " is declared twice.");
        }
    }

    @Nullable
    Builtin get(String name) {
        return functions.get(name);
    }

    Set<String> names() {
        return new TreeSet<>(functions.keySet());
    }
}
