package org.wayleave.data.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.EventContract;
import org.wayleave.data.catalogue.EventField;
import org.wayleave.data.catalogue.Nonconformity.Reason;
import org.wayleave.data.random.Draws;

/**
 * Spoils a share of events in the ways that sources do, so that a check can be rehearsed: which event is spoilt and how
 * depends on the seed, the person and the event alone.
 */
public final class Mistakes {
    private static final int PURPOSE = 4201;
    private static final List<Reason> KINDS = List.of(
            Reason.MISSING_FIELD,
            Reason.WRONG_TYPE,
            Reason.UNKNOWN_FIELD,
            Reason.DIRECT_PII,
            Reason.LATE,
            Reason.FUTURE);

    private final long seed;
    private final double share;

    /**
     * An event as it arrives.
     *
     * @param spoilt how it was spoilt, null if it was not
     */
    public record Arrival(
            Map<String, Object> fields,
            Instant arrived,
            @Nullable Reason spoilt) {}

    /**
     * Makes mistakes.
     *
     * @param share share of the events that are spoilt, 0 to 1
     */
    public Mistakes(long seed, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of spoilt events must be 0 to 1, is " + share);
        }
        this.seed = seed;
        this.share = share;
    }

    /** Returns an event that happened at an instant as it arrives: within a minute and as it is, or spoilt. */
    public Arrival arrival(
            EventContract contract, Map<String, Object> fields, Instant happened, long person, int event) {
        long key = Draws.key(seed, person, event, PURPOSE);
        Instant arrived = happened.plusMillis(Draws.below(key, 0, 60_000));
        if (Draws.uniform(key, 1) >= share) {
            return new Arrival(fields, arrived, null);
        }
        Reason kind = KINDS.get(Draws.below(key, 2, KINDS.size()));
        Map<String, Object> spoilt = new TreeMap<>(fields);
        switch (kind) {
            case MISSING_FIELD -> {
                List<EventField> minimal = contract.minimalSet();
                spoilt.remove(minimal.get(Draws.below(key, 3, minimal.size())).name());
            }
            case WRONG_TYPE -> {
                List<String> names = List.copyOf(spoilt.keySet());
                String name = names.get(Draws.below(key, 3, names.size()));
                spoilt.put(
                        name, spoilt.get(name) instanceof Number ? "n/a" : (Object) (double) Draws.below(key, 4, 100));
            }
            case UNKNOWN_FIELD -> spoilt.put("debug", "trace " + Draws.below(key, 3, 10_000));
            case DIRECT_PII -> spoilt.put(textField(contract, spoilt), identifier(key));
            case LATE ->
                arrived = happened.plus(Duration.ofHours(contract.latenessHours() + 1L + Draws.below(key, 3, 200)));
            case FUTURE -> arrived = happened.minus(Duration.ofMinutes(6L + Draws.below(key, 3, 10_000)));
            case NO_CONTRACT -> throw new IllegalStateException("an event has the contract it was made for");
        }
        return new Arrival(spoilt, arrived, kind);
    }

    private static String textField(EventContract contract, Map<String, Object> fields) {
        return contract.fields().stream()
                .filter(field -> field.type() == EventField.Type.STRING && field.pii() != EventField.Pii.DIRECT)
                .map(EventField::name)
                .filter(fields::containsKey)
                .reduce((first, last) -> last)
                .orElse("note");
    }

    private static String identifier(long key) {
        int number = Draws.below(key, 4, 1_000_000);
        return switch (Draws.below(key, 3, 3)) {
            case 0 -> String.format(Locale.ROOT, "someone%d@example.org", number);
            case 1 -> String.format(Locale.ROOT, "+49 151 555%05d", number % 100_000);
            default -> withCheckDigit(String.format(Locale.ROOT, "411111%09d", number));
        };
    }

    private static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
