package org.wayleave.workspace;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds enum constants by the names they have in files. */
final class WireNames {

    private WireNames() {}

    static <E extends Enum<E>> E find(Class<E> type, String wireName, Function<E, String> name, String what) {
        for (E constant : type.getEnumConstants()) {
            if (name.apply(constant).equals(wireName)) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(name).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("No " + what + " is called \"" + wireName + "\"; known are " + known + ".");
    }
}
