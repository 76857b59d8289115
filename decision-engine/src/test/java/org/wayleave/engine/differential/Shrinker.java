package org.wayleave.engine.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/**
 * Makes a failing case smaller as long as it fails: takes away rules, lines of their bodies, and parts of the data and
 * the input, until nothing more can go or the attempts are used up.
 */
final class Shrinker {
    private final Predicate<FuzzCase> fails;
    private int left;

    Shrinker(Predicate<FuzzCase> fails, int attempts) {
        this.fails = fails;
        this.left = attempts;
    }

    FuzzCase shrink(FuzzCase failing) {
        FuzzCase smallest = failing;
        FuzzCase before;
        do {
            before = smallest;
            smallest = withLess(smallest, "\n\n");
            smallest = withLess(smallest, "\n");
            smallest = withSmallerDocuments(smallest);
        } while (!before.equals(smallest) && left > 0);
        return smallest;
    }

    private boolean stillFails(FuzzCase smaller) {
        return left-- > 0 && fails.test(smaller);
    }

    /** Takes away pieces of the module, last first since later rules use earlier ones; the package line stays. */
    private FuzzCase withLess(FuzzCase failing, String between) {
        FuzzCase smallest = failing;
        List<String> pieces = new ArrayList<>(List.of(failing.module().split(between, -1)));
        for (int i = pieces.size() - 1; i > 0; i--) {
            List<String> fewer = new ArrayList<>(pieces);
            fewer.remove(i);
            FuzzCase smaller =
                    new FuzzCase(failing.name(), String.join(between, fewer), smallest.data(), smallest.input());
            if (stillFails(smaller)) {
                smallest = smaller;
                pieces = fewer;
            }
        }
        return smallest;
    }

    private FuzzCase withSmallerDocuments(FuzzCase failing) {
        FuzzCase smallest = failing;
        boolean found;
        do {
            found = false;
            for (RegoValue input : smaller(smallest.input())) {
                FuzzCase smaller = new FuzzCase(smallest.name(), smallest.module(), smallest.data(), input);
                if (stillFails(smaller)) {
                    smallest = smaller;
                    found = true;
                    break;
                }
            }
            for (RegoValue data : smaller(smallest.data())) {
                FuzzCase smaller = new FuzzCase(smallest.name(), smallest.module(), data, smallest.input());
                if (stillFails(smaller)) {
                    smallest = smaller;
                    found = true;
                    break;
                }
            }
        } while (found && left > 0);
        return smallest;
    }

    /** Values with one member less, or one member smaller. */
    private static List<RegoValue> smaller(RegoValue value) {
        List<RegoValue> result = new ArrayList<>();
        switch (value) {
            case RegoObject object -> {
                for (int i = 0; i < object.size(); i++) {
                    result.add(with(object, i, null));
                }
                for (int i = 0; i < object.size(); i++) {
                    for (RegoValue member : orNull(object.valueAt(i))) {
                        result.add(with(object, i, member));
                    }
                }
            }
            case RegoArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    List<RegoValue> items = new ArrayList<>(array.toList());
                    items.remove(i);
                    result.add(RegoArray.of(items));
                }
                for (int i = 0; i < array.size(); i++) {
                    for (RegoValue member : orNull(array.get(i))) {
                        List<RegoValue> items = new ArrayList<>(array.toList());
                        items.set(i, member);
                        result.add(RegoArray.of(items));
                    }
                }
            }
            default -> {}
        }
        return result;
    }

    private static List<RegoValue> orNull(RegoValue value) {
        List<RegoValue> all = new ArrayList<>();
        if (!(value instanceof RegoNull)) {
            all.add(RegoNull.NULL);
        }
        all.addAll(smaller(value));
        return all;
    }

    private static RegoObject with(RegoObject object, int place, @Nullable RegoValue member) {
        RegoObject.Builder copy = RegoObject.builder();
        for (int i = 0; i < object.size(); i++) {
            RegoValue value = i == place ? member : object.valueAt(i);
            if (value != null) {
                copy.put(object.keyAt(i), value);
            }
        }
        return copy.build();
    }
}
