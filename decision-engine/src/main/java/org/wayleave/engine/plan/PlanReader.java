package org.wayleave.engine.plan;

import static org.wayleave.engine.PolicyException.Code.BAD_BUNDLE;
import static org.wayleave.engine.PolicyException.Code.NEWER_PLAN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Decodes {@code plan.json} as {@code opa build -t plan} writes it. What it does not understand, it refuses. */
public final class PlanReader {
    private static final int MAX_LOCALS = 1 << 16;

    private final Function<String, Builtin> builtins;
    private final List<String> strings = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final Map<RegoValue, Integer> constantIndex = new HashMap<>();
    private final List<RegoValue> constants = new ArrayList<>();
    private final Map<String, Integer> functionIndex = new HashMap<>();
    private Map<Integer, Integer> locals = new LinkedHashMap<>(); // plan's number to ours, per function
    private final Set<Integer> dataLocals = new HashSet<>(); // ours that hold parts of the data document, per function

    private PlanReader(Function<String, Builtin> builtins) {
        this.builtins = builtins;
    }

    /**
     * Decodes a plan.
     *
     * @param json the text of {@code plan.json}
     * @param builtins gives the built-in function of a name or throws a {@link PolicyException} that names it
     * @throws PolicyException when the plan is damaged or from a newer OPA
     */
    public static Plan read(String json, Function<String, Builtin> builtins) {
        RegoValue document;
        try {
            document = RegoJson.parse(json);
        } catch (RegoJsonException e) {
            throw new PolicyException(BAD_BUNDLE, "The plan cannot be read. " + e.getMessage(), e);
        }
        return new PlanReader(builtins).plan(object(document, "the plan"));
    }

    private Plan plan(RegoObject document) {
        if (document.get("static") instanceof RegoObject parts) {
            for (RegoValue s : list(parts, "strings")) {
                strings.add(text(object(s, "a string"), "value").intern()); // as the keys of parsed JSON are
            }
            for (RegoValue s : list(parts, "files")) {
                files.add(text(object(s, "a file"), "value"));
            }
        }
        List<RegoValue> functionDocuments =
                document.get("funcs") instanceof RegoObject f ? list(f, "funcs") : List.of();
        for (RegoValue f : functionDocuments) {
            functionIndex.putIfAbsent(text(object(f, "a function"), "name"), functionIndex.size());
        }
        if (functionIndex.size() != functionDocuments.size()) {
            throw damaged("two functions have the same name");
        }
        List<PlanFunction> functions = new ArrayList<>();
        for (RegoValue f : functionDocuments) {
            functions.add(function(object(f, "a function"), functions.size()));
        }
        if (!(document.get("plans") instanceof RegoObject plans)) {
            throw damaged("it has no \"plans\"");
        }
        List<PlanFunction> entrypoints = new ArrayList<>();
        for (RegoValue p : list(plans, "plans")) {
            RegoObject entry = object(p, "a plan");
            begin();
            local(0);
            local(1);
            List<Block> blocks = blocks(entry);
            entrypoints.add(
                    new PlanFunction(entrypoints.size(), text(entry, "name"), List.of(), 2, -1, locals.size(), blocks));
        }
        List<Location> unplanned = new ArrayList<>();
        for (RegoValue rule : list(document, "unplanned_rules")) {
            if (object(rule, "an unplanned rule").get("location") instanceof RegoObject at) {
                unplanned.add(location(at));
            }
        }
        return new Plan(entrypoints, functions, constants, unplanned);
    }

    private PlanFunction function(RegoObject f, int index) {
        begin();
        List<RegoValue> params = list(f, "params");
        params.forEach(p -> local(whole(p, "params")));
        if (locals.size() != params.size()) {
            throw damaged("a function repeats a parameter");
        }
        int result = local(integer(f, "return"));
        List<String> path = new ArrayList<>();
        for (RegoValue p : list(f, "path")) {
            path.add(p instanceof RegoString s ? s.value() : "");
        }
        List<Block> blocks = blocks(f);
        return new PlanFunction(index, text(f, "name"), path, params.size(), result, locals.size(), blocks);
    }

    private void begin() {
        locals = new LinkedHashMap<>();
        dataLocals.clear();
        dataLocals.add(1);
    }

    private List<Block> blocks(RegoObject owner) {
        List<Block> result = new ArrayList<>();
        for (RegoValue block : list(owner, "blocks")) {
            result.add(block(block));
        }
        return List.copyOf(result);
    }

    private Block block(@Nullable RegoValue block) {
        List<Statement> statements = new ArrayList<>();
        if (block instanceof RegoObject b) {
            for (RegoValue s : list(b, "stmts")) {
                RegoObject wrapper = object(s, "a statement");
                statements.add(statement(text(wrapper, "type"), object(wrapper.get("stmt"), "a statement")));
            }
        }
        return new Block(statements);
    }

    private Statement statement(String type, RegoObject s) {
        Location at = location(s);
        return switch (type) {
            case "DotStmt" -> dot(s, at);
            case "AssignVarStmt" -> new Statement.AssignVar(operand(s, "source"), local(s, "target"), at);
            case "AssignVarOnceStmt" -> new Statement.AssignVarOnce(operand(s, "source"), local(s, "target"), at);
            case "AssignIntStmt" -> new Statement.AssignInt(wholeConstant(s), local(s, "target"), at);
            case "EqualStmt" -> new Statement.Equal(operand(s, "a"), operand(s, "b"), at);
            case "NotEqualStmt" -> new Statement.NotEqual(operand(s, "a"), operand(s, "b"), at);
            case "BlockStmt" -> new Statement.Blocks(blocks(s), at);
            case "BreakStmt" -> new Statement.Break(integer(s, "index"), at);
            case "CallStmt" -> call(s, at);
            case "CallDynamicStmt" ->
                new Statement.CallDynamic(operands(s, "path"), localList(s, "args"), local(s, "result"), at);
            case "ScanStmt" ->
                new Statement.Scan(local(s, "source"), local(s, "key"), local(s, "value"), block(s.get("block")), at);
            case "NotStmt" -> new Statement.Not(block(s.get("block")), at);
            case "WithStmt" ->
                new Statement.With(local(s, "local"), withPath(s), operand(s, "value"), block(s.get("block")), at);
            case "ResetLocalStmt" -> new Statement.ResetLocal(local(s, "target"), at);
            case "ReturnLocalStmt" -> new Statement.ReturnLocal(local(s, "source"), at);
            case "MakeNullStmt" -> new Statement.MakeNull(local(s, "target"), at);
            case "MakeNumberIntStmt" -> new Statement.MakeNumberInt(wholeConstant(s), local(s, "target"), at);
            case "MakeNumberRefStmt" ->
                new Statement.MakeNumberRef(
                        constant(number(string(integer(s, s.get("index") != null ? "index" : "Index")))),
                        local(s, "target"),
                        at);
            case "MakeArrayStmt" ->
                new Statement.MakeArray(Math.clamp(integer(s, "capacity"), 0, 1024), local(s, "target"), at);
            case "MakeObjectStmt" -> new Statement.MakeObject(local(s, "target"), at);
            case "MakeSetStmt" -> new Statement.MakeSet(local(s, "target"), at);
            case "IsArrayStmt" -> new Statement.IsArray(operand(s, "source"), at);
            case "IsObjectStmt" -> new Statement.IsObject(operand(s, "source"), at);
            case "IsSetStmt" -> new Statement.IsSet(operand(s, "source"), at);
            case "IsDefinedStmt" -> new Statement.IsDefined(local(s, "source"), at);
            case "IsUndefinedStmt" -> new Statement.IsUndefined(local(s, "source"), at);
            case "LenStmt" -> new Statement.Len(operand(s, "source"), local(s, "target"), at);
            case "ArrayAppendStmt" -> new Statement.ArrayAppend(operand(s, "value"), local(s, "array"), at);
            case "ObjectInsertStmt" ->
                new Statement.ObjectInsert(operand(s, "key"), operand(s, "value"), local(s, "object"), at);
            case "ObjectInsertOnceStmt" ->
                new Statement.ObjectInsertOnce(operand(s, "key"), operand(s, "value"), local(s, "object"), at);
            case "ObjectMergeStmt" -> new Statement.ObjectMerge(local(s, "a"), local(s, "b"), local(s, "target"), at);
            case "SetAddStmt" -> new Statement.SetAdd(operand(s, "value"), local(s, "set"), at);
            case "ResultSetAddStmt" -> new Statement.ResultSetAdd(local(s, "value"), at);
            case "NopStmt" -> new Statement.Nop(at);
            default ->
                throw new PolicyException(
                        NEWER_PLAN,
                        "The plan has a statement \"" + type + "\" at " + at
                                + " that this engine does not know; plan the policy with OPA 1.22, or use a newer Wayleave.");
        };
    }

    private Statement dot(RegoObject s, Location at) {
        int source = operand(s, "source");
        int key = operand(s, "key");
        int target = local(s, "target");
        boolean ofData = dataLocals.contains(source);
        if (ofData) {
            dataLocals.add(target);
        }
        return new Statement.Dot(source, key, target, ofData && key >= 0, at);
    }

    private Statement call(RegoObject s, Location at) {
        String name = text(s, "func");
        List<Integer> args = operands(s, "args");
        Integer function = functionIndex.get(name);
        if (function != null) {
            return new Statement.Call(function, args, local(s, "result"), at);
        }
        return new Statement.CallBuiltin(name, builtins.apply(name), args, local(s, "result"), at);
    }

    private List<Integer> withPath(RegoObject s) {
        List<Integer> path = new ArrayList<>();
        for (RegoValue index : list(s, "path")) {
            path.add(constant(RegoString.of(string(whole(index, "path")))));
        }
        return List.copyOf(path);
    }

    private List<Integer> operands(RegoObject s, String name) {
        List<Integer> result = new ArrayList<>();
        for (RegoValue o : list(s, name)) {
            result.add(operand(object(o, name)));
        }
        return List.copyOf(result);
    }

    private List<Integer> localList(RegoObject s, String name) {
        List<Integer> result = new ArrayList<>();
        for (RegoValue o : list(s, name)) {
            result.add(local(whole(o, name)));
        }
        return List.copyOf(result);
    }

    private int operand(RegoObject s, String name) {
        return operand(object(s.get(name), name));
    }

    private int operand(RegoObject operand) {
        RegoValue value = operand.get("value");
        return switch (text(operand, "type")) {
            case "local" -> local(whole(value, "value"));
            case "string_index" -> ~constant(RegoString.of(string(whole(value, "value"))));
            case "bool" -> ~constant(RegoBoolean.of(value instanceof RegoBoolean b && b.value()));
            default ->
                throw new PolicyException(
                        NEWER_PLAN, "The plan has an operand of a kind this engine does not know: " + operand + ".");
        };
    }

    /** Numbers with equal value but different text stay apart, since a number prints as it was written. */
    private int constant(RegoValue value) {
        Integer known = constantIndex.get(value);
        if (known != null && constants.get(known).toString().equals(value.toString())) {
            return known;
        }
        constants.add(value);
        constantIndex.put(value, constants.size() - 1);
        return constants.size() - 1;
    }

    private int wholeConstant(RegoObject s) {
        if (!(s.get("value") instanceof RegoNumber n)) {
            throw damaged("\"value\" is no number");
        }
        return constant(n);
    }

    private static RegoNumber number(String text) {
        try {
            return RegoNumber.parse(text);
        } catch (NumberFormatException e) {
            throw new PolicyException(BAD_BUNDLE, "The plan is damaged: " + e.getMessage(), e);
        }
    }

    private String string(int index) {
        if (index < 0 || index >= strings.size()) {
            throw damaged("it names string " + index + " of " + strings.size());
        }
        return strings.get(index);
    }

    private int local(RegoObject s, String name) {
        return local(integer(s, name));
    }

    private int local(int planned) {
        Integer known = locals.get(planned);
        if (known != null) {
            return known;
        }
        if (planned < 0 || locals.size() >= MAX_LOCALS) {
            throw damaged("a function has more than " + MAX_LOCALS + " locals");
        }
        locals.put(planned, locals.size());
        return locals.size() - 1;
    }

    private Location location(RegoObject s) {
        int row = integer(s, "row");
        int file = integer(s, "file");
        if (row == 0) {
            return Location.NOWHERE;
        }
        String name = file >= 0 && file < files.size() ? files.get(file) : "";
        return new Location(name, row, integer(s, "col"), integer(s, "end_row"), integer(s, "end_col"));
    }

    private static List<RegoValue> list(RegoObject owner, String name) {
        return owner.get(name) instanceof RegoArray a ? a.toList() : List.of();
    }

    private static RegoObject object(@Nullable RegoValue value, String what) {
        if (value instanceof RegoObject o) {
            return o;
        }
        throw damaged(what + " is no JSON object");
    }

    private static String text(RegoObject owner, String name) {
        if (owner.get(name) instanceof RegoString s) {
            return s.value();
        }
        throw damaged("\"" + name + "\" is no string");
    }

    /** An absent number is 0, as in Go. */
    private static int integer(RegoObject owner, String name) {
        RegoValue value = owner.get(name);
        return value == null ? 0 : whole(value, name);
    }

    private static int whole(@Nullable RegoValue value, String name) {
        if (value instanceof RegoNumber n && n.isLong() && (int) n.longValue() == n.longValue()) {
            return (int) n.longValue();
        }
        throw damaged("\"" + name + "\" is no whole number");
    }

    private static PolicyException damaged(String what) {
        return new PolicyException(BAD_BUNDLE, "The plan is damaged: " + what + ".");
    }
}
