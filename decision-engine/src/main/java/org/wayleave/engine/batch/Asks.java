package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Shape.ScalarKind;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoString;

/** The rules that the compiled policy is asked for, numbered as they come up. */
final class Asks {
    private final Plan plan;
    private final List<Ask> all = new ArrayList<>();
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();

    Asks(Plan plan) {
        this.plan = plan;
    }

    List<Ask> all() {
        return all;
    }

    /** The number of the ask for the value of a whole rule. */
    int whole(PlanFunction function, String why) {
        return numbers.computeIfAbsent(List.of(function.index(), Ask.WHOLE), key -> {
            String path = function.name().replaceFirst("^g[0-9]+\\.", "");
            Reading reading = Reading.answer(path, new Shape.Field(Shape.Mixed.ANYTHING, false));
            all.add(new Ask(function, Ask.WHOLE, new LeftRule(path, why), reading, texts(function)));
            return all.size() - 1;
        });
    }

    /** The number of the ask whether one body of a set of objections objects. */
    int body(PlanFunction function, int block, String rule, String why) {
        return numbers.computeIfAbsent(List.of(function.index(), block), key -> {
            Reading reading = Reading.answer(
                    function.name() + "." + block, new Shape.Field(new Shape.Scalar(ScalarKind.TRUTH), true));
            all.add(new Ask(function, block, new LeftRule(rule, why), reading, Set.of()));
            return all.size() - 1;
        });
    }

    /** What a reading of an answer can be, by the source; empty for any other reading. */
    Set<String> texts(Reading reading) {
        for (Reading at = reading; at != null; at = at.parent()) {
            for (Ask ask : all) {
                if (ask.reading() == at) {
                    return ask.texts();
                }
            }
        }
        return Set.of();
    }

    private Set<String> texts(PlanFunction function) {
        Set<String> texts = new TreeSet<>();
        function.blocks().forEach(block -> collect(block, texts));
        return texts;
    }

    private void collect(Block block, Set<String> texts) {
        for (int i = 0; i < block.size(); i++) {
            @Nullable
            Integer source = switch (block.statement(i)) {
                case Statement.AssignVar s -> s.source();
                case Statement.AssignVarOnce s -> s.source();
                default -> null;
            };
            if (source != null && source < 0 && plan.constant(~source) instanceof RegoString text) {
                texts.add(text.value());
            }
            BatchPlan.inner(block.statement(i)).forEach(inner -> collect(inner, texts));
        }
    }
}
