package org.wayleave.engine.compile;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.engine.plan.Statement;

/** Which locals a statement itself reads and writes, without those of the blocks inside it. */
public final class Locals {
    private Locals() {}

    public static List<Integer> written(Statement statement) {
        return switch (statement) {
            case Statement.Dot s -> List.of(s.target());
            case Statement.AssignVar s -> List.of(s.target());
            case Statement.AssignVarOnce s -> List.of(s.target());
            case Statement.AssignInt s -> List.of(s.target());
            case Statement.Call s -> List.of(s.result());
            case Statement.CallBuiltin s -> List.of(s.result());
            case Statement.CallDynamic s -> List.of(s.result());
            case Statement.Scan s -> List.of(s.key(), s.value());
            case Statement.With s -> List.of(s.local());
            case Statement.ResetLocal s -> List.of(s.target());
            case Statement.MakeNull s -> List.of(s.target());
            case Statement.MakeNumberInt s -> List.of(s.target());
            case Statement.MakeNumberRef s -> List.of(s.target());
            case Statement.MakeArray s -> List.of(s.target());
            case Statement.MakeObject s -> List.of(s.target());
            case Statement.MakeSet s -> List.of(s.target());
            case Statement.Len s -> List.of(s.target());
            case Statement.ArrayAppend s -> List.of(s.array());
            case Statement.ObjectInsert s -> List.of(s.object());
            case Statement.ObjectInsertOnce s -> List.of(s.object());
            case Statement.ObjectMerge s -> List.of(s.target());
            case Statement.SetAdd s -> List.of(s.set());
            default -> List.of();
        };
    }

    /** Operands, constants among them. */
    public static List<Integer> read(Statement statement) {
        return switch (statement) {
            case Statement.Dot s -> List.of(s.source(), s.key());
            case Statement.AssignVar s -> List.of(s.source());
            case Statement.AssignVarOnce s -> List.of(s.source(), s.target());
            case Statement.Equal s -> List.of(s.a(), s.b());
            case Statement.NotEqual s -> List.of(s.a(), s.b());
            case Statement.Call s -> s.args();
            case Statement.CallBuiltin s -> s.args();
            case Statement.CallDynamic s -> {
                List<Integer> all = new ArrayList<>(s.path());
                all.addAll(s.args());
                yield all;
            }
            case Statement.Scan s -> List.of(s.source());
            case Statement.With s -> List.of(s.local(), s.value());
            case Statement.ReturnLocal s -> List.of(s.source());
            case Statement.IsArray s -> List.of(s.source());
            case Statement.IsObject s -> List.of(s.source());
            case Statement.IsSet s -> List.of(s.source());
            case Statement.IsDefined s -> List.of(s.source());
            case Statement.IsUndefined s -> List.of(s.source());
            case Statement.Len s -> List.of(s.source());
            case Statement.ArrayAppend s -> List.of(s.value(), s.array());
            case Statement.ObjectInsert s -> List.of(s.key(), s.value(), s.object());
            case Statement.ObjectInsertOnce s -> List.of(s.key(), s.value(), s.object());
            case Statement.ObjectMerge s -> List.of(s.a(), s.b());
            case Statement.SetAdd s -> List.of(s.value(), s.set());
            case Statement.ResultSetAdd s -> List.of(s.value());
            default -> List.of();
        };
    }
}
