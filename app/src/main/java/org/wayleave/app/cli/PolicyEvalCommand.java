package org.wayleave.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.Engine;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.policy.opa.OpaEvaluator;
import org.wayleave.policy.opa.OpaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave policy eval}: decides on inputs, line by line. */
@Command(
        name = "eval",
        description =
                "Decide on every line of inputs. A line each on standard output: {\"result\": …}, {\"undefined\": true}"
                        + " or {\"error\": {\"code\", \"message\"}}.",
        mixinStandardHelpOptions = true)
final class PolicyEvalCommand implements Callable<Integer> {
    private static final Pattern CODE = Pattern.compile("\\b(eval_[a-z_]+|rego_[a-z_]+)\\b");

    private final Terminal terminal;

    @Mixin
    private final PolicyQuestion question = new PolicyQuestion();

    @Option(
            names = "--engine",
            paramLabel = "E",
            defaultValue = "compile",
            description =
                    "opa, interpret, compile, or batch: decision documents in columns, with the reasons from the compiled"
                            + " policy, and an error where the two differ; ${DEFAULT-VALUE}.")
    private Tier engine = Tier.compile;

    /** Who decides; the names are what users type. */
    enum Tier {
        opa,
        interpret,
        compile,
        batch
    }

    PolicyEvalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String entrypoint = question.entrypoint();
        List<String> inputs = question.inputs(terminal);
        switch (engine) {
            case opa -> byOpa(entrypoint, inputs);
            case interpret -> byEngine(question.load(Engine.INTERPRET, terminal), entrypoint, inputs);
            case compile -> byEngine(question.load(Engine.COMPILE, terminal), entrypoint, inputs);
            case batch -> {
                return byBatch(question.load(Engine.COMPILE, terminal), entrypoint, inputs);
            }
        }
        return Exit.FINE;
    }

    private void byEngine(Policy policy, String entrypoint, List<String> inputs) {
        for (String input : inputs) {
            try {
                answer(policy.decide(entrypoint, RegoJson.parse(input)));
            } catch (PolicyException e) {
                fail(e.code().wireName(), e.getMessage());
            } catch (RegoJsonException e) {
                fail("bad_input", e.getMessage());
            }
        }
    }

    /** Decides in columns, and prints what the compiled policy says, which has the reasons too; the two must agree. */
    private int byBatch(Policy policy, String entrypoint, List<String> inputs) {
        List<RegoValue> documents = inputs.stream()
                .filter(PolicyEvalCommand::isJson)
                .map(RegoJson::parse)
                .toList();
        PolicyBatches batches = new PolicyBatches(policy, entrypoint, documents, 1);
        batches.decide();
        terminal.err()
                .println(documents.size() + " documents in " + batches.all().size() + " batches, " + batches.left()
                        + " left to the compiled policy");
        batches.reasons().forEach(terminal.err()::println);
        int exit = Exit.FINE;
        for (String input : inputs) {
            try {
                RegoValue document = RegoJson.parse(input);
                RegoValue answer = policy.decide(entrypoint, document);
                if (batches.agree(document, answer)) {
                    answer(answer);
                } else {
                    fail("batch_differs", "Columns give another decision than the compiled policy; please report it.");
                    exit = Exit.CHECK_FAILED;
                }
            } catch (PolicyException e) {
                fail(e.code().wireName(), e.getMessage());
            } catch (RegoJsonException e) {
                fail("bad_input", e.getMessage());
            }
        }
        return exit;
    }

    private void byOpa(String entrypoint, List<String> inputs) throws IOException {
        OpaEvaluator opa = new OpaEvaluator(RegoFiles.opaExecutable(terminal));
        Map<String, String> files = question.files();
        String data = question.dataJson();
        if (inputs.stream().allMatch(PolicyEvalCommand::isJson)) {
            try {
                Map<Integer, RegoValue> answers = opa.decide(files, data, entrypoint, inputs);
                for (int i = 0; i < inputs.size(); i++) {
                    answer(answers.get(i));
                }
                return;
            } catch (OpaException oneOfThem) {
                // An error on one input spoils the whole call: then each is asked alone, and says its own.
                terminal.err().println("OPA fails on some of the inputs; asking it for each alone");
            }
        }
        for (String input : inputs) {
            askAlone(opa, files, data, entrypoint, input);
        }
    }

    private void askAlone(OpaEvaluator opa, Map<String, String> files, String data, String entrypoint, String input) {
        try {
            RegoJson.parse(input);
            answer(opa.decide(files, data, entrypoint, List.of(input)).get(0));
        } catch (RegoJsonException e) {
            fail("bad_input", e.getMessage());
        } catch (OpaException e) {
            Matcher code = CODE.matcher(String.valueOf(e.getMessage()));
            fail(code.find() ? code.group(1) : "opa_error", e.getMessage());
        }
    }

    private static boolean isJson(String input) {
        try {
            RegoJson.parse(input);
            return true;
        } catch (RegoJsonException e) {
            return false;
        }
    }

    private void answer(@Nullable RegoValue value) {
        terminal.out().println(value == null ? "{\"undefined\":true}" : "{\"result\":" + RegoJson.write(value) + "}");
    }

    private void fail(String code, @Nullable String message) {
        RegoObject error = RegoObject.builder()
                .put("code", RegoString.of(code))
                .put("message", RegoString.of(message == null ? "" : message))
                .build();
        terminal.out().println("{\"error\":" + RegoJson.write(error) + "}");
    }
}
