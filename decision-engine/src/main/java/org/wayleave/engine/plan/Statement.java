package org.wayleave.engine.plan;

import java.util.List;
import org.wayleave.engine.builtin.Builtin;

/**
 * The statements of OPA's plans. An {@code int} named for a value ({@code source}, {@code key}, {@code value}, {@code a},
 * {@code b} and the members of {@code args} and {@code path}) is an operand: a local when it is not negative, otherwise
 * {@code ~operand} is a place in {@link Plan#constants()}. All others are locals.
 */
public sealed interface Statement {
    Location location();

    /** {@code ofData}: the source is the data document or a part reached by such statements alone. */
    record Dot(int source, int key, int target, boolean ofData, Location location) implements Statement {}

    record AssignVar(int source, int target, Location location) implements Statement {}

    record Equal(int a, int b, Location location) implements Statement {}

    record NotEqual(int a, int b, Location location) implements Statement {}

    /** Runs the blocks in turn. */
    record Blocks(List<Block> blocks, Location location) implements Statement {}

    /** Calls a function of the plan. */
    record Call(int function, List<Integer> args, int result, Location location) implements Statement {}

    /** Calls a built-in function. */
    record CallBuiltin(String name, Builtin builtin, List<Integer> args, int result, Location location)
            implements Statement {}

    /** Calls the function whose path the operands spell. */
    record CallDynamic(List<Integer> path, List<Integer> args, int result, Location location) implements Statement {}

    record Break(int index, Location location) implements Statement {}

    record Scan(int source, int key, int value, Block block, Location location) implements Statement {}

    record Not(Block block, Location location) implements Statement {}

    /** Runs a block while a local, or what it holds at a path of keys, is another value. */
    record With(int local, List<Integer> path, int value, Block block, Location location) implements Statement {}

    record AssignVarOnce(int source, int target, Location location) implements Statement {}

    record AssignInt(int constant, int target, Location location) implements Statement {}

    record ResetLocal(int target, Location location) implements Statement {}

    record ReturnLocal(int source, Location location) implements Statement {}

    record MakeNull(int target, Location location) implements Statement {}

    record MakeNumberInt(int constant, int target, Location location) implements Statement {}

    record MakeNumberRef(int constant, int target, Location location) implements Statement {}

    record MakeArray(int capacity, int target, Location location) implements Statement {}

    record MakeObject(int target, Location location) implements Statement {}

    record MakeSet(int target, Location location) implements Statement {}

    record IsArray(int source, Location location) implements Statement {}

    record IsObject(int source, Location location) implements Statement {}

    record IsSet(int source, Location location) implements Statement {}

    record IsDefined(int source, Location location) implements Statement {}

    record IsUndefined(int source, Location location) implements Statement {}

    record Len(int source, int target, Location location) implements Statement {}

    record ArrayAppend(int value, int array, Location location) implements Statement {}

    record ObjectInsert(int key, int value, int object, Location location) implements Statement {}

    record ObjectInsertOnce(int key, int value, int object, Location location) implements Statement {}

    record ObjectMerge(int a, int b, int target, Location location) implements Statement {}

    record SetAdd(int value, int set, Location location) implements Statement {}

    record ResultSetAdd(int value, Location location) implements Statement {}

    record Nop(Location location) implements Statement {}
}
