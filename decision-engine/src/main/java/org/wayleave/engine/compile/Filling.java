package org.wayleave.engine.compile;

import java.util.List;
import org.wayleave.engine.plan.Statement;

/** Runs of statements that make a collection and fill it at once. */
final class Filling {
    private Filling() {}

    /** The local in which a statement makes a new collection, -1 when it makes none. */
    static int target(Statement statement) {
        return switch (statement) {
            case Statement.MakeArray s -> s.target();
            case Statement.MakeObject s -> s.target();
            case Statement.MakeSet s -> s.target();
            default -> -1;
        };
    }

    /** How many statements from the one that makes a collection make and fill it. */
    static int length(List<Statement> statements, int from) {
        int target = target(statements.get(from));
        int n = 1;
        while (from + n < statements.size() && fills(statements.get(from + n), target)) {
            n++;
        }
        return n;
    }

    private static boolean fills(Statement statement, int target) {
        return switch (statement) {
            case Statement.ArrayAppend s -> s.array() == target && s.value() != target;
            case Statement.SetAdd s -> s.set() == target && s.value() != target;
            case Statement.ObjectInsert s -> s.object() == target && s.value() != target && s.key() != target;
            default -> false;
        };
    }
}
