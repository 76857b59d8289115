package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole: parses, runs the one command that was asked for, and turns failures into one clear line. */
public final class Cli {
    private final Terminal terminal;
    private final CommandLine commands;

    /**
     * A command line.
     *
     * @param terminal where commands read and write
     * @param desktop opens the desktop when no command is named
     * @param subcommands the commands offered
     */
    Cli(Terminal terminal, DesktopStart desktop, List<CommandLine> subcommands) {
        this.terminal = terminal;
        this.commands = new CommandLine(new RootCommand(desktop));
        subcommands.forEach(commands::addSubcommand);
        commands.setOut(terminal.out());
        commands.setErr(terminal.err());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(true);
        commands.registerConverter(int.class, Cli::wholeNumber);
        commands.registerConverter(Integer.class, Cli::wholeNumber);
        commands.setParameterExceptionHandler(this::badUse);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, parsed.originalArgs()));
    }

    /** A command without commands of its own. */
    static CommandLine single(Object command) {
        return new CommandLine(command);
    }

    /** A command that only holds others. */
    static CommandLine group(Object command, List<Object> members) {
        CommandLine group = new CommandLine(command);
        members.forEach(group::addSubcommand);
        return group;
    }

    /** Runs the command that the arguments name and returns its exit code. */
    public int run(String... arguments) {
        int code;
        try {
            code = commands.execute(arguments);
        } catch (OutOfMemoryError e) {
            code = report(
                    "There is not enough memory for this. Use fewer people, or give Java more with"
                            + " JAVA_TOOL_OPTIONS=-Xmx8g.",
                    Arrays.asList(arguments));
        }
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no whole number up to 2147483647");
        }
    }

    private int badUse(ParameterException problem, String[] arguments) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        if (problem instanceof UnmatchedArgumentException unmatched
                && problem.getCommandLine()
                        .getCommandSpec()
                        .positionalParameters()
                        .isEmpty()
                && !unmatched.getUnmatched().getFirst().startsWith("-")) {
            return report(unknownCommand(command, unmatched), Arrays.asList(arguments));
        }
        String message = Objects.requireNonNullElse(problem.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("The arguments cannot be understood");
        String stop = message.endsWith(".") ? "" : ".";
        return report(message + stop + " '" + command + " --help' shows how to use it.", Arrays.asList(arguments));
    }

    private static String unknownCommand(String command, UnmatchedArgumentException unmatched) {
        String given = unmatched.getUnmatched().getFirst();
        // Suggestions come by similarity; those that begin otherwise only puzzle.
        String near = unmatched.getSuggestions().stream()
                .filter(name -> name.regionMatches(true, 0, given, 0, 2))
                .findFirst()
                .map(name -> "Is it '" + name + "'? ")
                .orElse("");
        return "There is no command '" + command + " " + given + "'. " + near + "'" + command
                + " --help' lists the commands there are.";
    }

    private int failed(Exception failure, List<String> arguments) {
        return report(Failures.line(failure), arguments);
    }

    private int report(String line, List<String> arguments) {
        terminal.err().println("wayleave: " + line);
        if (arguments.contains("--json")) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.putObject("error").put("message", line);
            terminal.out().println(Output.text(document));
        }
        return Exit.BAD_USE;
    }
}
