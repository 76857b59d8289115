package org.wayleave.engine.batch;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What remains of a policy when everything that is known has been computed: conditions over columns, with the questions
 * about one column next to each other.
 */
final class Residual {
    private final Layout layout;
    private final Conditions conditions;
    private final List<Atom> atoms;
    private final List<Output> outputs;

    /**
     * Orders conditions by columns.
     *
     * @param outputs with conditions over {@code known}
     * @param limit how many nodes they may have, at most
     */
    Residual(Conditions from, Atoms known, List<Output> outputs, int limit) {
        BitSet used = new BitSet();
        for (Output output : outputs) {
            used.or(from.atomsOf(output.condition()));
        }
        Map<Integer, Atom> asked = new TreeMap<>();
        used.stream().forEach(i -> asked.put(i, simpler(known.get(i), used, known)));
        this.layout = new Layout(List.copyOf(asked.values()));
        this.atoms = asked.values().stream()
                .distinct()
                .sorted(Comparator.comparingInt(layout::group))
                .toList();
        Map<Atom, Integer> numbers = new HashMap<>();
        for (int i = 0; i < atoms.size(); i++) {
            numbers.put(atoms.get(i), i);
        }
        this.conditions = new Conditions(limit);
        Map<Integer, Integer> done = new HashMap<>();
        this.outputs = outputs.stream()
                .map(output -> {
                    int condition = from.transfer(
                            output.condition(),
                            conditions,
                            i -> conditions.atom(Objects.requireNonNull(numbers.get(asked.get(i)))),
                            done);
                    return new Output(condition, output.word(), output.bit());
                })
                .toList();
    }

    /** Whether an object is there is told by a string that it must have, if that is asked for as well. */
    private static Atom simpler(Atom atom, BitSet used, Atoms known) {
        if (atom instanceof Atom.Present present && present.reading().shape() instanceof Shape.Fields) {
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                if (known.get(i) instanceof Atom.TextIs text
                        && text.reading().required()
                        && text.reading().parent() == present.reading()) {
                    return new Atom.Present(text.reading());
                }
            }
        }
        return atom;
    }

    Layout layout() {
        return layout;
    }

    Conditions conditions() {
        return conditions;
    }

    /** The question of a number in {@link #conditions()}. */
    Atom atom(int number) {
        return atoms.get(number);
    }

    /** The outputs, with conditions of this residual. */
    List<Output> outputs() {
        return outputs;
    }
}
