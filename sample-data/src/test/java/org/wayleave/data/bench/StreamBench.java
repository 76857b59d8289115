package org.wayleave.data.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;

/**
 * Streams a population once, keeping nobody: consent history, 12 months of events and features of each person. Run it by hand:
 * {@code java -Xmx1500m -cp <test class path> org.wayleave.data.bench.StreamBench <vertical> <people> <threads>}.
 */
public final class StreamBench {
    private static final int BLOCK = 4096;

    private StreamBench() {}

    private record Part(long events, long changes, long check, long cpuNanos) {}

    /** Prints the time on the clock and of the processor, what was made, and the greatest heap. */
    public static void main(String[] args) throws Exception {
        String vertical = args[0];
        int people = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        PersonGenerator generator =
                new PersonGenerator(Recipe.bundled(vertical), 1, Instant.parse("2026-03-02T00:00:00Z"), 0);
        long begin = System.nanoTime();
        List<Part> parts = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Part>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                running.add(pool.submit(() -> stream(generator, people, first, threads)));
            }
            for (Future<Part> part : running) {
                parts.add(part.get());
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpu = parts.stream().mapToLong(Part::cpuNanos).sum() / 1e9;
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d people on %d threads in %.1f s, %.1f s of processor time, %,d events, %,d consent changes,"
                        + " heap %d MiB, check %016x%n",
                vertical,
                people,
                threads,
                seconds,
                cpu,
                parts.stream().mapToLong(Part::events).sum(),
                parts.stream().mapToLong(Part::changes).sum(),
                heap >> 20,
                parts.stream().mapToLong(Part::check).sum());
    }

    private static Part stream(PersonGenerator generator, int people, int first, int threads) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long events = 0;
        long changes = 0;
        long check = 0;
        for (long block = (long) first * BLOCK; block < people; block += (long) threads * BLOCK) {
            for (long i = block; i < Math.min(people, block + BLOCK); i++) {
                Person person = generator.person((int) i);
                events += person.history().size();
                changes += person.consents().changes();
                for (int k = 0; k < person.features().schema().features().size(); k++) {
                    check = check * 31
                            + Double.doubleToLongBits(person.features().raw(k));
                }
                check += events;
            }
        }
        return new Part(
                events, changes, check, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
    }
}
