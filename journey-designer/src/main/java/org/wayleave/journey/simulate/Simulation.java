package org.wayleave.journey.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.Engine;
import org.wayleave.journey.decide.Decider;
import org.wayleave.journey.ledger.LedgerHash;
import org.wayleave.journey.ledger.LedgerWriter;
import org.wayleave.journey.ledger.RunLedger;

/**
 * Runs a plan. People walk in blocks of fixed size on the plan's threads; the blocks are joined in order on the calling thread, so
 * that figures, ledger and hash are the same whatever the threads.
 */
public final class Simulation {

    /** People of a block. */
    static final int BLOCK = 1024;

    private final SimulationPlan plan;
    private final @Nullable Decider givenDecider;

    /** A run of a plan, decided by the plan's policy. */
    public Simulation(SimulationPlan plan) {
        this(plan, null);
    }

    /** A run of a plan, decided by another engine over the same policy. */
    public Simulation(SimulationPlan plan, @Nullable Decider decider) {
        this.plan = plan;
        this.givenDecider = decider;
    }

    /** Runs to the end. */
    public RunResult run() {
        return run(ProgressListener.none(), () -> false);
    }

    /**
     * Runs until everyone has walked or it is cancelled; then what the first people did is the result.
     *
     * @param listener told of every block done
     * @param cancelled asked often, from several threads, whether to stop
     * @throws org.wayleave.engine.PolicyException when the policy cannot decide
     * @throws org.wayleave.journey.ledger.LedgerException when the ledger cannot be written
     */
    public RunResult run(ProgressListener listener, BooleanSupplier cancelled) {
        long began = System.nanoTime();
        HeapPeak heap = HeapPeak.start();
        Decider decider = givenDecider == null ? plan.decider(Engine.COMPILE) : givenDecider;
        Route route = new Route(plan, decider);
        RunResult.Identity identity = Summary.identity(plan);
        Joined joined = new Joined(route);
        double prepared = seconds(began);
        boolean complete;
        try (LedgerWriter writer = plan.ledger() == null ? null : new LedgerWriter(plan.ledger(), facts(identity))) {
            complete = walkAll(route, joined, writer, listener, cancelled);
            String hash = joined.hash.value();
            if (writer != null) {
                long from = System.nanoTime();
                writer.finish(complete ? RunLedger.COMPLETE : RunLedger.CANCELLED, hash);
                joined.ledgerNanos += System.nanoTime() - from;
            }
            double total = seconds(began);
            Map<String, Double> seconds = new LinkedHashMap<>();
            seconds.put("prepare", prepared);
            seconds.put("simulate", total - prepared);
            seconds.put("ledger", joined.ledgerNanos / 1e9);
            seconds.put("total", total);
            return new Summary(route, joined.tally)
                    .result(identity, complete, seconds, heap.mebibytes(), hash, joined.sampler.sample());
        }
    }

    private boolean walkAll(
            Route route,
            Joined joined,
            @Nullable LedgerWriter writer,
            ProgressListener listener,
            BooleanSupplier cancelled) {
        AtomicLong parityBound = new AtomicLong(Long.MAX_VALUE);
        Deque<Future<Optional<BlockRecorder>>> walking = new ArrayDeque<>();
        int people = plan.people();
        int handedOut = 0;
        ExecutorService threads = Executors.newFixedThreadPool(plan.threads(), walk -> {
            Thread thread = new Thread(walk, "wayleave-walk");
            thread.setDaemon(true);
            return thread;
        });
        try {
            while (joined.tally.people < people) {
                while (handedOut < people && walking.size() < 2 * plan.threads() + 2) {
                    int from = handedOut;
                    int to = Math.min(people, from + BLOCK);
                    walking.add(threads.submit(() -> block(route, from, to, parityBound, cancelled)));
                    handedOut = to;
                }
                Optional<BlockRecorder> block = await(walking.remove());
                if (block.isEmpty()) {
                    return false;
                }
                joined.add(block.get(), writer);
                parityBound.set(joined.sampler.bound());
                listener.progress((int) joined.tally.people, people);
            }
            return true;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Walks the people of a block; empty when cancelled before its end. */
    private static Optional<BlockRecorder> block(
            Route route, int from, int to, AtomicLong parityBound, BooleanSupplier cancelled) {
        BlockRecorder block = new BlockRecorder(route, parityBound.get());
        for (int person = from; person < to; person++) {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            block.walk(person);
        }
        return Optional.of(block);
    }

    private static Optional<BlockRecorder> await(Future<Optional<BlockRecorder>> block) {
        try {
            return block.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was interrupted");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof RuntimeException known) {
                known.addSuppressed(new IllegalStateException("while people walked"));
                throw known;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("people could not walk", cause);
        }
    }

    private static Map<String, String> facts(RunResult.Identity identity) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("journey", identity.journey());
        facts.put("journeyVersion", Integer.toString(identity.journeyVersion()));
        facts.put("journeyHash", identity.journeyHash());
        facts.put("policy", identity.policy());
        facts.put("policyHash", identity.policyHash());
        facts.put("catalogueHash", identity.catalogueHash());
        facts.put("settingsHash", identity.settingsHash());
        facts.put("recipe", identity.recipe());
        facts.put("people", Integer.toString(identity.people()));
        facts.put("days", Integer.toString(identity.days()));
        facts.put("seed", Long.toString(identity.seed()));
        facts.put("start", identity.start());
        return facts;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** The blocks joined so far. */
    private static final class Joined {

        final Tally tally;
        final ParitySampler sampler;
        final LedgerHash hash = new LedgerHash();
        long ledgerNanos;

        Joined(Route route) {
            this.tally = new Tally(route);
            this.sampler = new ParitySampler(route.plan.paritySample(), Long.MAX_VALUE);
        }

        void add(BlockRecorder block, @Nullable LedgerWriter writer) {
            long from = System.nanoTime();
            tally.addAll(block.tally());
            sampler.addAll(block.sampler());
            block.rows().forEach(hash::add);
            if (writer != null) {
                writer.append(block.rows(), block.people());
            }
            ledgerNanos += System.nanoTime() - from;
        }
    }

    /** The plan. */
    public SimulationPlan plan() {
        return plan;
    }
}
