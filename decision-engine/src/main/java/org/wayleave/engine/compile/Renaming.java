package org.wayleave.engine.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;

/**
 * Gives each body of a rule locals of its own. OPA uses the same ones in every body, although nothing is passed from one
 * to the next by most of them; apart, what a local holds can be told more often.
 */
final class Renaming {
    private final Map<Integer, Integer> names = new HashMap<>();
    private final BitSet own;
    private int next;

    private Renaming(BitSet own, int next) {
        this.own = own;
        this.next = next;
    }

    static PlanFunction of(PlanFunction function) {
        BitSet before = new BitSet();
        before.set(0, function.parameters());
        BitSet own = new BitSet();
        own.set(function.parameters(), function.locals());
        if (function.result() >= 0) {
            own.clear(function.result());
        }
        for (Block body : function.blocks()) {
            own.andNot(UnsetReads.of(List.of(body), before));
        }
        Renaming renaming = new Renaming(own, function.locals());
        List<Block> bodies = new ArrayList<>();
        for (Block body : function.blocks()) {
            renaming.names.clear();
            bodies.add(renaming.in(body));
        }
        return new PlanFunction(
                function.index(),
                function.name(),
                function.path(),
                function.parameters(),
                function.result(),
                renaming.next,
                List.copyOf(bodies));
    }

    private int in(int operand) {
        return operand >= 0 && own.get(operand) ? names.computeIfAbsent(operand, o -> next++) : operand;
    }

    private List<Integer> in(List<Integer> operands) {
        return operands.stream().map(this::in).toList();
    }

    private Block in(Block block) {
        return new Block(block.statements().stream().map(this::in).toList());
    }

    private Statement in(Statement statement) {
        return switch (statement) {
            case Statement.Dot s ->
                new Statement.Dot(in(s.source()), in(s.key()), in(s.target()), s.ofData(), s.location());
            case Statement.AssignVar s -> new Statement.AssignVar(in(s.source()), in(s.target()), s.location());
            case Statement.Equal s -> new Statement.Equal(in(s.a()), in(s.b()), s.location());
            case Statement.NotEqual s -> new Statement.NotEqual(in(s.a()), in(s.b()), s.location());
            case Statement.Blocks s ->
                new Statement.Blocks(s.blocks().stream().map(this::in).toList(), s.location());
            case Statement.Call s -> new Statement.Call(s.function(), in(s.args()), in(s.result()), s.location());
            case Statement.CallBuiltin s ->
                new Statement.CallBuiltin(s.name(), s.builtin(), in(s.args()), in(s.result()), s.location());
            case Statement.CallDynamic s ->
                new Statement.CallDynamic(in(s.path()), in(s.args()), in(s.result()), s.location());
            case Statement.Break s -> s;
            case Statement.Scan s ->
                new Statement.Scan(in(s.source()), in(s.key()), in(s.value()), in(s.block()), s.location());
            case Statement.Not s -> new Statement.Not(in(s.block()), s.location());
            case Statement.With s ->
                new Statement.With(in(s.local()), s.path(), in(s.value()), in(s.block()), s.location());
            case Statement.AssignVarOnce s -> new Statement.AssignVarOnce(in(s.source()), in(s.target()), s.location());
            case Statement.AssignInt s -> new Statement.AssignInt(s.constant(), in(s.target()), s.location());
            case Statement.ResetLocal s -> new Statement.ResetLocal(in(s.target()), s.location());
            case Statement.ReturnLocal s -> new Statement.ReturnLocal(in(s.source()), s.location());
            case Statement.MakeNull s -> new Statement.MakeNull(in(s.target()), s.location());
            case Statement.MakeNumberInt s -> new Statement.MakeNumberInt(s.constant(), in(s.target()), s.location());
            case Statement.MakeNumberRef s -> new Statement.MakeNumberRef(s.constant(), in(s.target()), s.location());
            case Statement.MakeArray s -> new Statement.MakeArray(s.capacity(), in(s.target()), s.location());
            case Statement.MakeObject s -> new Statement.MakeObject(in(s.target()), s.location());
            case Statement.MakeSet s -> new Statement.MakeSet(in(s.target()), s.location());
            case Statement.IsArray s -> new Statement.IsArray(in(s.source()), s.location());
            case Statement.IsObject s -> new Statement.IsObject(in(s.source()), s.location());
            case Statement.IsSet s -> new Statement.IsSet(in(s.source()), s.location());
            case Statement.IsDefined s -> new Statement.IsDefined(in(s.source()), s.location());
            case Statement.IsUndefined s -> new Statement.IsUndefined(in(s.source()), s.location());
            case Statement.Len s -> new Statement.Len(in(s.source()), in(s.target()), s.location());
            case Statement.ArrayAppend s -> new Statement.ArrayAppend(in(s.value()), in(s.array()), s.location());
            case Statement.ObjectInsert s ->
                new Statement.ObjectInsert(in(s.key()), in(s.value()), in(s.object()), s.location());
            case Statement.ObjectInsertOnce s ->
                new Statement.ObjectInsertOnce(in(s.key()), in(s.value()), in(s.object()), s.location());
            case Statement.ObjectMerge s ->
                new Statement.ObjectMerge(in(s.a()), in(s.b()), in(s.target()), s.location());
            case Statement.SetAdd s -> new Statement.SetAdd(in(s.value()), in(s.set()), s.location());
            case Statement.ResultSetAdd s -> new Statement.ResultSetAdd(in(s.value()), s.location());
            case Statement.Nop s -> s;
        };
    }
}
