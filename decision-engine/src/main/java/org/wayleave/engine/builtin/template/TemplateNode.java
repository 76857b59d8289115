package org.wayleave.engine.builtin.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template. */
sealed interface TemplateNode {
    /** Text to write as it is. */
    record Text(String text) implements TemplateNode {}

    /** A pipeline whose value is written, unless it declares variables. */
    record Action(Pipe pipe) implements TemplateNode {}

    record If(Pipe pipe, List<TemplateNode> then, List<TemplateNode> otherwise) implements TemplateNode {}

    record With(Pipe pipe, List<TemplateNode> then, List<TemplateNode> otherwise) implements TemplateNode {}

    record Range(Pipe pipe, List<TemplateNode> body, List<TemplateNode> otherwise) implements TemplateNode {}

    /** Another template, with the pipeline's value as its data. */
    record Call(String name, @Nullable Pipe pipe) implements TemplateNode {}

    record Break() implements TemplateNode {}

    record Continue() implements TemplateNode {}

    /**
     * Commands of which each gets the value of the one before.
     *
     * @param variables those that get the value
     * @param assigns whether they exist already
     */
    record Pipe(List<String> variables, boolean assigns, List<Command> commands) {}

    /** A function or value with its arguments. */
    record Command(List<Operand> operands) {}

    /** What a command consists of. */
    sealed interface Operand {}

    record Dot() implements Operand {}

    record Nil() implements Operand {}

    /** A boolean, string or number. */
    record Constant(TemplateValue value) implements Operand {}

    record Field(List<String> names) implements Operand {}

    record Variable(String name, List<String> fields) implements Operand {}

    record Function(String name) implements Operand {}

    record Paren(Pipe pipe) implements Operand {}

    record Chain(Operand of, List<String> fields) implements Operand {}
}
