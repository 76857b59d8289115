package org.wayleave.engine.builtin.template;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/** Fills a template with data. The length of the result, the depth of calls and the steps are bounded. */
public final class TemplateRun {
    static final String NO_VALUE = "<no value>";

    /** The longest result, in characters. */
    private static final int MAX_LENGTH = 16 << 20;

    private static final int MAX_CALLS = 300;

    private final Map<String, List<TemplateNode>> templates;
    private final Runnable step;
    private final StringBuilder out = new StringBuilder();
    private int calls;

    private TemplateRun(Map<String, List<TemplateNode>> templates, Runnable step) {
        this.templates = templates;
        this.step = step;
    }

    /**
     * The text of a template.
     *
     * @param step called for each part that runs
     * @throws BuiltinException when the template is none, or does not go with the data
     */
    public static String render(String template, RegoValue data, Runnable step) {
        TemplateRun run = new TemplateRun(TemplateParser.parse(template), step);
        TemplateValue dot = TemplateValue.data(data);
        run.new Scope(dot).walk(dot, run.templates.getOrDefault("", List.of()));
        return run.out.toString();
    }

    private void write(String text) {
        if (out.length() + text.length() > MAX_LENGTH) {
            throw failed("template: the result is longer than " + MAX_LENGTH + " characters");
        }
        out.append(text);
    }

    /** What a list of parts left behind. */
    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    /** The variables of one call of a template. */
    private final class Scope {
        private final List<String> names = new ArrayList<>();
        private final List<TemplateValue> values = new ArrayList<>();

        Scope(TemplateValue root) {
            push("$", root);
        }

        private void push(String name, TemplateValue value) {
            names.add(name);
            values.add(value);
        }

        private void popTo(int mark) {
            names.subList(mark, names.size()).clear();
            values.subList(mark, values.size()).clear();
        }

        private int find(String name) {
            int i = names.lastIndexOf(name);
            if (i < 0) {
                throw failed("undefined variable: " + name);
            }
            return i;
        }

        Flow walk(TemplateValue dot, List<TemplateNode> nodes) {
            for (TemplateNode node : nodes) {
                step.run();
                Flow flow = walk(dot, node);
                if (flow != Flow.ON) {
                    return flow;
                }
            }
            return Flow.ON;
        }

        private Flow walk(TemplateValue dot, TemplateNode node) {
            switch (node) {
                case TemplateNode.Text text -> write(text.text());
                case TemplateNode.Action action -> {
                    TemplateValue value = pipe(dot, action.pipe());
                    if (action.pipe().variables().isEmpty()) {
                        write(value.direct().isMissing() ? NO_VALUE : value.printed());
                    }
                }
                case TemplateNode.If part -> {
                    int mark = names.size();
                    Flow flow = walk(dot, pipe(dot, part.pipe()).isTrue() ? part.then() : part.otherwise());
                    popTo(mark);
                    return flow;
                }
                case TemplateNode.With part -> {
                    int mark = names.size();
                    TemplateValue value = pipe(dot, part.pipe());
                    Flow flow = value.isTrue() ? walk(value, part.then()) : walk(dot, part.otherwise());
                    popTo(mark);
                    return flow;
                }
                case TemplateNode.Range part -> {
                    int mark = names.size();
                    Flow flow = range(dot, part);
                    popTo(mark);
                    return flow;
                }
                case TemplateNode.Call call -> template(dot, call);
                case TemplateNode.Break b -> {
                    return Flow.BREAK;
                }
                case TemplateNode.Continue c -> {
                    return Flow.CONTINUE;
                }
            }
            return Flow.ON;
        }

        private void template(TemplateValue dot, TemplateNode.Call call) {
            List<TemplateNode> nodes = templates.get(call.name());
            if (nodes == null || call.name().isEmpty()) {
                throw failed("template: template \"" + call.name() + "\" not defined");
            }
            if (++calls > MAX_CALLS) {
                throw failed("template: exceeded maximum template depth (" + MAX_CALLS + ")");
            }
            TemplateNode.Pipe pipe = call.pipe();
            TemplateValue value = pipe == null ? TemplateValue.Missing.VALUE : pipe(dot, pipe);
            new Scope(value).walk(value, nodes);
            calls--;
        }

        private Flow range(TemplateValue dot, TemplateNode.Range part) {
            TemplateValue value = pipe(dot, part.pipe());
            List<TemplateValue> keys = new ArrayList<>();
            List<TemplateValue> items = new ArrayList<>();
            switch (value) {
                case TemplateValue.Missing m -> {}
                case TemplateValue.Whole whole -> {
                    return count(dot, part, whole.value());
                }
                case TemplateValue.OfRego data -> members(data.value(), keys, items);
                case TemplateValue.Real r -> throw failed("range can't iterate over " + r.printed());
                case TemplateValue.Complex c -> throw failed("range can't iterate over " + c.printed());
            }
            int mark = names.size();
            for (int i = 0; i < items.size(); i++) {
                if (iterate(part, keys.get(i), items.get(i), mark) == Flow.BREAK) {
                    break;
                }
            }
            return items.isEmpty() ? walk(dot, part.otherwise()) : Flow.ON;
        }

        private Flow count(TemplateValue dot, TemplateNode.Range part, long times) {
            if (part.pipe().variables().size() > 1) {
                throw failed("can't use " + times + " to iterate over more than one variable");
            }
            int mark = names.size();
            for (long i = 0; i < times; i++) {
                step.run();
                if (iterate(part, TemplateValue.Missing.VALUE, new TemplateValue.Whole(i), mark) == Flow.BREAK) {
                    break;
                }
            }
            return times > 0 ? Flow.ON : walk(dot, part.otherwise());
        }

        private static void members(RegoValue value, List<TemplateValue> keys, List<TemplateValue> items) {
            switch (value) {
                case RegoArray array -> {
                    for (int i = 0; i < array.size(); i++) {
                        keys.add(new TemplateValue.Whole(i));
                        items.add(TemplateValue.of(array.get(i)));
                    }
                }
                case RegoObject object -> {
                    for (int i = 0; i < object.size(); i++) {
                        keys.add(TemplateValue.of(object.keyAt(i)));
                        items.add(TemplateValue.of(object.valueAt(i)));
                    }
                }
                default ->
                    throw failed("range can't iterate over "
                            + TemplateValue.of(value).printed());
            }
        }

        private Flow iterate(TemplateNode.Range part, TemplateValue key, TemplateValue item, int mark) {
            List<String> variables = part.pipe().variables();
            if (!variables.isEmpty()) {
                // With two variables the key comes first; with one it is the item.
                set(part.pipe(), variables.size() - 1, item);
                if (variables.size() > 1) {
                    set(part.pipe(), 0, key);
                }
            }
            Flow flow = walk(item, part.body());
            popTo(mark);
            return flow;
        }

        private void set(TemplateNode.Pipe pipe, int index, TemplateValue value) {
            values.set(find(pipe.variables().get(index)), value);
        }

        private TemplateValue pipe(TemplateValue dot, TemplateNode.Pipe pipe) {
            TemplateValue value = null;
            for (TemplateNode.Command command : pipe.commands()) {
                value = command(dot, command, value).direct();
            }
            TemplateValue result = value == null ? TemplateValue.Missing.VALUE : value;
            for (String variable : pipe.variables()) {
                if (pipe.assigns()) {
                    values.set(find(variable), result);
                } else {
                    push(variable, result);
                }
            }
            return result;
        }

        /** The value of a command; {@code last} is that of the command before, null for the first. */
        private TemplateValue command(TemplateValue dot, TemplateNode.Command command, @Nullable TemplateValue last) {
            TemplateNode.Operand first = command.operands().getFirst();
            if (first instanceof TemplateNode.Function function) {
                return function(dot, function.name(), command.operands(), last);
            }
            if (first instanceof TemplateNode.Nil) {
                throw failed("nil is not a command");
            }
            if (command.operands().size() > 1 || last != null) {
                throw failed("can't give argument to non-function");
            }
            return operand(dot, first);
        }

        private TemplateValue operand(TemplateValue dot, TemplateNode.Operand operand) {
            return switch (operand) {
                case TemplateNode.Dot d -> dot;
                case TemplateNode.Nil n -> TemplateValue.Missing.VALUE;
                case TemplateNode.Constant constant -> constant.value();
                case TemplateNode.Field field -> fields(dot, field.names());
                case TemplateNode.Variable variable -> fields(values.get(find(variable.name())), variable.fields());
                case TemplateNode.Function function -> function(dot, function.name(), List.of(operand), null);
                case TemplateNode.Paren paren -> pipe(dot, paren.pipe());
                case TemplateNode.Chain chain -> fields(operand(dot, chain.of()), chain.fields());
            };
        }

        private TemplateValue function(
                TemplateValue dot, String name, List<TemplateNode.Operand> operands, @Nullable TemplateValue last) {
            List<TemplateNode.Operand> args = operands.subList(1, operands.size());
            if (name.equals("and") || name.equals("or")) {
                return shortCircuit(dot, name, args, last);
            }
            List<TemplateValue> evaluated = new ArrayList<>();
            for (TemplateNode.Operand arg : args) {
                evaluated.add(operand(dot, arg));
            }
            if (last != null) {
                evaluated.add(last);
            }
            return TemplateFunctions.call(name, evaluated);
        }

        private TemplateValue shortCircuit(
                TemplateValue dot, String name, List<TemplateNode.Operand> args, @Nullable TemplateValue last) {
            if (args.isEmpty() && last == null) {
                throw failed("wrong number of args for " + name + ": want at least 1 got 0");
            }
            TemplateValue value = TemplateValue.Missing.VALUE;
            for (TemplateNode.Operand arg : args) {
                value = operand(dot, arg);
                if (value.isTrue() == name.equals("or")) {
                    return value;
                }
            }
            return last == null ? value : last;
        }
    }

    private static TemplateValue fields(TemplateValue receiver, List<String> names) {
        TemplateValue value = receiver;
        for (String name : names) {
            if (value instanceof TemplateValue.Missing) {
                return value;
            }
            if (!(value instanceof TemplateValue.OfRego data) || !(data.value() instanceof RegoObject object)) {
                throw failed("can't evaluate field " + name + " in a value that is no object");
            }
            RegoValue found = object.get(name);
            value = found == null ? TemplateValue.Missing.VALUE : TemplateValue.of(found);
        }
        return value;
    }
}
