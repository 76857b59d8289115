package org.wayleave.data.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;

/**
 * Measures how many people a second are generated, on one thread and on two. Run it by hand:
 * {@code java -cp <test class path> org.wayleave.data.bench.GenerationBench [people] [rounds]}; the last rounds count, the first
 * warm up.
 */
public final class GenerationBench {
    private static final Instant AS_OF = Instant.parse("2026-03-02T00:00:00Z");

    private GenerationBench() {}

    /** Prints a line for each depth of generation and number of threads. */
    public static void main(String[] args) throws Exception {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        PersonGenerator past = new PersonGenerator(Recipe.bundled("retail"), 1, AS_OF, 0);
        PersonGenerator run = new PersonGenerator(Recipe.bundled("retail"), 1, AS_OF, 90);
        for (int threads = 1; threads <= 2; threads++) {
            report(
                    "profile and consents",
                    past,
                    people,
                    rounds,
                    threads,
                    person -> person.consents().changes());
            report(
                    "12 months of events",
                    past,
                    people,
                    rounds,
                    threads,
                    person -> person.history().size());
            report("12 months of events, features", past, people, rounds, threads, GenerationBench::withFeatures);
            report("and 90 days of future", run, people, rounds, threads, GenerationBench::withFeatures);
        }
    }

    private static long withFeatures(Person person) {
        return person.history().size()
                + Double.doubleToRawLongBits(person.features().raw(0));
    }

    /** What one thread did: a sum that keeps the work from being left out, and the processor time it took. */
    private record Part(long sum, long cpuNanos) {}

    private static void report(
            String what, PersonGenerator generator, int people, int rounds, int threads, ToLongFunction<Person> work)
            throws Exception {
        double wall = 0;
        double cpu = 0;
        long check = 0;
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            List<Part> parts = generate(generator, people, threads, work);
            wall = Math.max(wall, people / ((System.nanoTime() - begin) / 1e9));
            cpu = Math.max(
                    cpu, people / (parts.stream().mapToLong(Part::cpuNanos).sum() / 1e9));
            check = parts.stream().mapToLong(Part::sum).sum();
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s %d thread%s %,10.0f people/s  %,10.0f people/s of processor time  (check %016x)%n",
                what,
                threads,
                threads == 1 ? " " : "s",
                wall,
                cpu,
                check);
    }

    private static List<Part> generate(PersonGenerator generator, int people, int threads, ToLongFunction<Person> work)
            throws Exception {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Part>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                running.add(pool.submit(() -> {
                    long begin = clock.getCurrentThreadCpuTime();
                    long sum = 0;
                    for (int i = first; i < people; i += threads) {
                        sum += work.applyAsLong(generator.person(i));
                    }
                    return new Part(sum, clock.getCurrentThreadCpuTime() - begin);
                }));
            }
            List<Part> parts = new ArrayList<>();
            for (Future<Part> part : running) {
                parts.add(part.get());
            }
            return parts;
        }
    }
}
