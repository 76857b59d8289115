package org.wayleave.data.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.EventContract;
import org.wayleave.data.registry.UseDifference.Kind;

/** Compares what the registry declares with what is really read. */
public final class UseComparison {
    private static final Set<String> BY_SENDING = Set.of("delivery", "audience");

    private final Catalogue catalogue;
    private final Set<UseDifference> found = new LinkedHashSet<>();

    private UseComparison(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Returns the differences, by kind and id. A data element that is only for delivery or audiences is used by sending itself, which
     * no reader states; such an element does not count as never read.
     */
    public static List<UseDifference> of(Catalogue catalogue, List<ObservedUse.Read> reads) {
        UseComparison comparison = new UseComparison(catalogue);
        Set<String> read = new HashSet<>();
        for (ObservedUse.Read one : reads) {
            switch (one.subject()) {
                case DATA_ELEMENT -> {
                    read.add(one.id());
                    comparison.element(one);
                }
                case EVENT -> comparison.event(one);
            }
        }
        for (DataElement element : catalogue.dataElements().values()) {
            if (!read.contains(element.id()) && !BY_SENDING.containsAll(element.allowedUses())) {
                comparison.add(
                        Kind.NEVER_READ,
                        element.id(),
                        element.title(),
                        null,
                        "No journey, feature, model or rule of the policy reads it. Take it out and stop collecting it,"
                                + " or say what it is kept for.");
            }
        }
        List<UseDifference> sorted = new ArrayList<>(comparison.found);
        sorted.sort(Comparator.comparing(UseDifference::kind)
                .thenComparing(UseDifference::id)
                .thenComparing(difference -> place(difference.reader()))
                .thenComparing(UseDifference::sentence));
        return sorted;
    }

    private void element(ObservedUse.Read read) {
        DataElement element = catalogue.dataElements().get(read.id());
        if (element == null) {
            add(
                    Kind.UNDECLARED,
                    read.id(),
                    read.id(),
                    read.reader(),
                    "It is read but stands in no registry entry. Declare it with a basis and purposes, or stop reading"
                            + " it.");
            return;
        }
        if (element.lawfulBasis().isEmpty()) {
            add(
                    Kind.NO_BASIS,
                    element.id(),
                    element.title(),
                    read.reader(),
                    "It is read but the registry names no lawful basis for it.");
        } else if (!read.basis().isEmpty() && !read.basis().equals(element.lawfulBasis())) {
            add(
                    Kind.BASIS_MISMATCH,
                    element.id(),
                    element.title(),
                    read.reader(),
                    "The reader states the basis " + read.basis() + ", the registry " + element.lawfulBasis() + ".");
        }
        if (!read.purposes().isEmpty() && Collections.disjoint(read.purposes(), element.purposes())) {
            add(
                    Kind.PURPOSE_MISMATCH,
                    element.id(),
                    element.title(),
                    read.reader(),
                    "It is read for " + String.join(", ", read.purposes()) + "; declared are "
                            + (element.purposes().isEmpty() ? "no purposes" : String.join(", ", element.purposes()))
                            + ".");
        }
        if (!read.use().isEmpty() && !element.allowedUses().contains(read.use())) {
            add(
                    Kind.USE_NOT_ALLOWED,
                    element.id(),
                    element.title(),
                    read.reader(),
                    "It is used for " + read.use() + "; allowed are "
                            + (element.allowedUses().isEmpty() ? "no uses" : String.join(", ", element.allowedUses()))
                            + ".");
        }
        retention(read, element.title(), element.retentionDays());
    }

    private void event(ObservedUse.Read read) {
        EventContract event = catalogue.events().get(read.id());
        if (event == null) {
            add(
                    Kind.UNDECLARED,
                    read.id(),
                    read.id(),
                    read.reader(),
                    "The event is read but has no contract. Declare it, or stop reading it.");
            return;
        }
        retention(read, event.title(), event.retentionDays());
    }

    private void retention(ObservedUse.Read read, String title, int retentionDays) {
        if (read.days() > retentionDays) {
            add(
                    Kind.RETENTION_EXCEEDED,
                    read.id(),
                    title,
                    read.reader(),
                    "It is read over " + read.days() + " days but kept for " + retentionDays
                            + " only. Shorten the look back, or prolong the retention and say why.");
        }
    }

    private void add(Kind kind, String id, String title, ObservedUse.@Nullable Reader reader, String sentence) {
        found.add(new UseDifference(kind, id, title, reader, sentence));
    }

    private static String place(ObservedUse.@Nullable Reader reader) {
        return reader == null ? "" : reader.kind() + "/" + reader.document() + "/" + reader.place();
    }
}
