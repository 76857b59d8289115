package org.wayleave.engine;

import static org.wayleave.engine.PolicyException.Code.BAD_BUNDLE;
import static org.wayleave.engine.PolicyException.Code.MISSING_ENTRYPOINT;
import static org.wayleave.engine.PolicyException.Code.TOO_DEEP;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.BatchPlan;
import org.wayleave.engine.batch.BatchPolicy;
import org.wayleave.engine.batch.BatchSchema;
import org.wayleave.engine.builtin.BuiltinCaches;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.builtin.Builtins;
import org.wayleave.engine.compile.NotCompilableException;
import org.wayleave.engine.compile.PolicyCompiler;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.interpret.Interpreter;
import org.wayleave.engine.interpret.Tracer;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.PlanReader;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * A policy ready to decide. Immutable; one policy serves any number of threads at once.
 *
 * <pre>{@code
 * Policy policy = Policy.load(PolicyBundle.read(Path.of("bundle.tar.gz")));
 * RegoValue decision = policy.decide("wayleave/send", RegoJson.parse(input));
 * }</pre>
 */
public final class Policy {
    private static final RegoValue RESULT_KEY = RegoString.of("result");

    /** A system property that names a folder for the class files of compiled policies. */
    private static final String DUMP = "wayleave.engine.dump";

    private final Plan plan;
    private final BatchPlan batches;
    private final RegoValue[] constants;
    private final RegoValue data;
    private final PolicyOptions options;
    private final long timeout;
    private final BuiltinContext.Surroundings surroundings;
    private final PolicyCompiler.@Nullable Result compiled;
    private final @Nullable String whyInterpreted;

    private Policy(Plan plan, RegoValue data, PolicyOptions options) {
        PolicyCompiler.Result result = null;
        String why = null;
        if (options.engine() == Engine.COMPILE) {
            try {
                result = PolicyCompiler.compile(
                        plan,
                        data,
                        Optional.ofNullable(System.getProperty(DUMP)).map(Path::of));
            } catch (NotCompilableException e) {
                why = e.getMessage();
            }
        }
        this.compiled = result;
        this.whyInterpreted = why;
        this.plan = plan;
        this.batches = new BatchPlan(plan);
        this.constants = plan.constants();
        this.data = data;
        this.options = options;
        this.timeout = options.timeout().toNanos();
        this.surroundings = new BuiltinContext.Surroundings(
                options.clock(), options.seed(), options.printer(), new BuiltinCaches());
    }

    /**
     * Loads a policy with {@link PolicyOptions#standard() standard options}.
     *
     * @param bundle the plan and its data
     * @return the policy
     * @throws PolicyException when the bundle is damaged, its plan is from a newer OPA, or it calls a function that is
     *     refused or unknown
     */
    public static Policy load(PolicyBundle bundle) {
        return load(bundle, PolicyOptions.standard());
    }

    /**
     * Loads a policy to be run in a given way; see {@link #load(PolicyBundle)}.
     *
     * @param bundle the plan and its data
     * @param engine how it is run
     * @return the policy
     * @throws PolicyException as {@link #load(PolicyBundle)}
     */
    public static Policy load(PolicyBundle bundle, Engine engine) {
        return load(bundle, PolicyOptions.standard().with(engine));
    }

    /**
     * Loads a policy with given options; see {@link #load(PolicyBundle)}.
     *
     * @param bundle the plan and its data
     * @param options how it decides
     * @return the policy
     * @throws PolicyException as {@link #load(PolicyBundle)}
     */
    public static Policy load(PolicyBundle bundle, PolicyOptions options) {
        return new Policy(PlanReader.read(bundle.planJson(), new Builtins()::find), bundle.data(), options);
    }

    /**
     * The same policy over another data document; the plan is not read again.
     *
     * @param other the data, an object
     * @return the other policy; this one stays as it is
     * @throws PolicyException when the data is no object
     */
    public Policy withData(RegoValue other) {
        return new Policy(plan, PolicyBundle.of("", other).data(), options);
    }

    /**
     * The value of an entry point's document, for example {@code wayleave/send}.
     *
     * @param entrypoint the name of an entry point
     * @param input the input document, or null for a decision without input
     * @return the document's value, null when it is undefined
     * @throws PolicyException when there is no such entry point, rules conflict, a limit is reached, or, under strict
     *     errors, a built-in function fails
     */
    public @Nullable RegoValue decide(String entrypoint, @Nullable RegoValue input) {
        RegoValue bindings = run(entrypoint, input, null).result();
        if (bindings == null) {
            return null;
        }
        bindings.seal();
        return value(bindings);
    }

    /**
     * The bindings that an entry point's query gives, one object a result; plans of documents bind one
     * {@code result}.
     *
     * @param entrypoint the name of an entry point
     * @param input the input document, or null for a decision without input
     * @return the bindings, none when the query is undefined
     * @throws PolicyException as {@link #decide}
     */
    public List<RegoValue> query(String entrypoint, @Nullable RegoValue input) {
        return results(run(entrypoint, input, null));
    }

    /**
     * Decides by interpreting and says which statements ran, with what locals.
     *
     * @param entrypoint the name of an entry point
     * @param input the input document, or null for a decision without input
     * @return the decision and how it came about
     * @throws PolicyException as {@link #decide}
     */
    public Explanation explain(String entrypoint, @Nullable RegoValue input) {
        Tracer tracer = new Tracer(plan);
        List<RegoValue> results = results(run(entrypoint, input, tracer));
        return tracer.explanation(results.isEmpty() ? null : value(results.getFirst()));
    }

    /**
     * This policy specialised to what many decisions have in common; see {@link BatchPolicy}. With strict errors every
     * row is left to this policy.
     *
     * @param entrypoint a document {@code { allow, deny: set of { rule, … }, consent }}
     * @param schema what inputs look like, and which parts of them vary
     * @param known an input of the batch, or just its parts that do not vary
     * @return the specialised policy
     * @throws PolicyException when there is no such entry point
     */
    public BatchPolicy batch(String entrypoint, BatchSchema schema, RegoValue known) {
        return new BatchPolicy(
                batches,
                find(entrypoint),
                data,
                schema,
                known,
                surroundings,
                options.strictErrors(),
                new BatchPolicy.Decider() {
                    @Override
                    public @Nullable RegoValue decide(RegoValue input) {
                        return Policy.this.decide(entrypoint, input);
                    }

                    @Override
                    public BatchPolicy.Asking asking(Plan rules) {
                        return new Policy(rules, data, options)::answers;
                    }
                });
    }

    /** The values of entry points by their places, all within one decision; null for undefined. */
    private IntFunction<@Nullable RegoValue> answers(RegoValue input) {
        Evaluation evaluation = evaluation(false);
        return place -> {
            int before = evaluation.results().size();
            run(plan.entrypoints().get(place), input, evaluation, null);
            List<RegoValue> results = evaluation.results();
            if (results.size() == before) {
                return null;
            }
            results.getLast().seal();
            return results.getLast();
        };
    }

    private static @Nullable RegoValue value(RegoValue bindings) {
        return bindings instanceof RegoObject o ? o.get(RESULT_KEY) : null;
    }

    private static List<RegoValue> results(Evaluation evaluation) {
        List<RegoValue> results = evaluation.results();
        results.forEach(RegoValue::seal);
        return results;
    }

    private Evaluation run(String name, @Nullable RegoValue input, @Nullable Tracer tracer) {
        PlanFunction entrypoint = find(name);
        Evaluation evaluation = evaluation(tracer != null);
        run(entrypoint, input, evaluation, tracer);
        return evaluation;
    }

    private Evaluation evaluation(boolean traced) {
        return new Evaluation(
                surroundings,
                compiled == null || traced ? plan.functions().size() : compiled.memoSlots(),
                options.strictErrors(),
                options.maxSteps(),
                timeout);
    }

    private void run(
            PlanFunction entrypoint, @Nullable RegoValue input, Evaluation evaluation, @Nullable Tracer tracer) {
        try {
            if (compiled != null && tracer == null) {
                compiled.policy().run(entrypoint.index(), evaluation, input, data);
            } else {
                Interpreter.run(plan, constants, entrypoint, input, data, evaluation, tracer);
            }
        } catch (StackOverflowError e) {
            throw new PolicyException(
                    TOO_DEEP, "The policy or its values are nested deeper than this engine follows.", e);
        } catch (IllegalStateException | ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
            throw new PolicyException(BAD_BUNDLE, "The plan breaks its own rules: " + e.getMessage(), e);
        }
    }

    private PlanFunction find(String name) {
        PlanFunction entrypoint = plan.entrypoint(name);
        if (entrypoint == null) {
            throw new PolicyException(
                    MISSING_ENTRYPOINT, "The policy has no entry point " + name + "; it has " + entrypoints() + ".");
        }
        return entrypoint;
    }

    /** {@return the names of the entry points, in the plan's order} */
    public Set<String> entrypoints() {
        Set<String> names = new LinkedHashSet<>();
        plan.entrypoints().forEach(e -> names.add(e.name()));
        return names;
    }

    /** {@return how this policy is run} */
    public Engine engine() {
        return compiled == null ? Engine.INTERPRET : Engine.COMPILE;
    }

    /** {@return why a policy that was to be compiled is interpreted, null when it is as asked for} */
    public @Nullable String whyInterpreted() {
        return whyInterpreted;
    }
}
