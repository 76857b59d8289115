package org.wayleave.engine.interpret;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.engine.plan.Statement;

/** Which locals a statement names. */
final class StatementLocals {
    private StatementLocals() {}

    /** Operands of the statement; negative ones are constants. */
    static List<Integer> of(Statement statement) {
        return switch (statement) {
            case Statement.Dot s -> List.of(s.source(), s.key(), s.target());
            case Statement.AssignVar s -> List.of(s.source(), s.target());
            case Statement.AssignVarOnce s -> List.of(s.source(), s.target());
            case Statement.AssignInt s -> List.of(s.target());
            case Statement.Equal s -> List.of(s.a(), s.b());
            case Statement.NotEqual s -> List.of(s.a(), s.b());
            case Statement.Call s -> and(s.args(), s.result());
            case Statement.CallBuiltin s -> and(s.args(), s.result());
            case Statement.CallDynamic s -> and(s.path(), s.result());
            case Statement.Scan s -> List.of(s.source(), s.key(), s.value());
            case Statement.With s -> List.of(s.local(), s.value());
            case Statement.ResetLocal s -> List.of(s.target());
            case Statement.ReturnLocal s -> List.of(s.source());
            case Statement.MakeNull s -> List.of(s.target());
            case Statement.MakeNumberInt s -> List.of(s.target());
            case Statement.MakeNumberRef s -> List.of(s.target());
            case Statement.MakeArray s -> List.of(s.target());
            case Statement.MakeObject s -> List.of(s.target());
            case Statement.MakeSet s -> List.of(s.target());
            case Statement.IsArray s -> List.of(s.source());
            case Statement.IsObject s -> List.of(s.source());
            case Statement.IsSet s -> List.of(s.source());
            case Statement.IsDefined s -> List.of(s.source());
            case Statement.IsUndefined s -> List.of(s.source());
            case Statement.Len s -> List.of(s.source(), s.target());
            case Statement.ArrayAppend s -> List.of(s.value(), s.array());
            case Statement.ObjectInsert s -> List.of(s.key(), s.value(), s.object());
            case Statement.ObjectInsertOnce s -> List.of(s.key(), s.value(), s.object());
            case Statement.ObjectMerge s -> List.of(s.a(), s.b(), s.target());
            case Statement.SetAdd s -> List.of(s.value(), s.set());
            case Statement.ResultSetAdd s -> List.of(s.value());
            case Statement.Blocks s -> List.of();
            case Statement.Not s -> List.of();
            case Statement.Break s -> List.of();
            case Statement.Nop s -> List.of();
        };
    }

    private static List<Integer> and(List<Integer> operands, int one) {
        List<Integer> all = new ArrayList<>(operands);
        all.add(one);
        return all;
    }
}
