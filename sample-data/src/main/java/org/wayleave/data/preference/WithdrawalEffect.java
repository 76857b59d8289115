package org.wayleave.data.preference;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.wayleave.data.Person;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.data.feature.FeatureSpec;

/**
 * What choices of consent do to a person's data in a simulation. A data element may be used while at least one of its purposes needs no
 * consent or has it. When the last one falls, its records are cut loose from the person, under a pseudonym that nothing leads back
 * from, and the features made from it are no longer computed.
 *
 * @param pseudonymised data elements that no purpose is left for
 * @param stopped features no longer computed
 * @param narrowed data elements that serve fewer purposes
 */
public record WithdrawalEffect(List<Pseudonymised> pseudonymised, List<Stopped> stopped, List<Narrowed> narrowed) {
    /** Copies the lists. */
    public WithdrawalEffect {
        pseudonymised = List.copyOf(pseudonymised);
        stopped = List.copyOf(stopped);
        narrowed = List.copyOf(narrowed);
    }

    /**
     * Records cut loose.
     *
     * @param known id under which they were kept
     * @param pseudonym id under which they are kept from then on, until their retention ends
     * @param retentionDays for how long at most
     */
    public record Pseudonymised(String element, String title, String known, String pseudonym, int retentionDays) {}

    /**
     * A feature that is no longer computed.
     *
     * @param last its value before, in words
     */
    public record Stopped(String feature, String title, String element, String last) {}

    /**
     * A data element that serves fewer purposes.
     *
     * @param lost titles of the purposes it no longer serves
     */
    public record Narrowed(String element, String title, List<String> lost) {
        /** Copies the list. */
        public Narrowed {
            lost = List.copyOf(lost);
        }
    }

    /**
     * Returns the effect of choices.
     *
     * @param before the consents as they were
     * @param after the consents with the choices
     * @param at the instant of the choices, epoch milliseconds
     */
    public static WithdrawalEffect of(
            Catalogue catalogue,
            FeatureSchema features,
            Person person,
            ConsentHistory before,
            ConsentHistory after,
            long at) {
        List<Pseudonymised> pseudonymised = new ArrayList<>();
        List<Stopped> stopped = new ArrayList<>();
        List<Narrowed> narrowed = new ArrayList<>();
        Map<String, Object> values = person.features().asMap();
        for (DataElement element : catalogue.dataElements().values()) {
            List<Purpose> used = served(catalogue, element, before, at);
            List<Purpose> left = served(catalogue, element, after, at);
            List<String> lost = used.stream()
                    .filter(purpose -> !left.contains(purpose))
                    .map(Purpose::title)
                    .toList();
            if (lost.isEmpty()) {
                continue;
            }
            if (!left.isEmpty()) {
                narrowed.add(new Narrowed(element.id(), element.title(), lost));
                continue;
            }
            pseudonymised.add(new Pseudonymised(
                    element.id(),
                    element.title(),
                    person.id(),
                    pseudonym(person.id(), element.id(), at),
                    element.retentionDays()));
            for (FeatureSpec feature : features.features()) {
                Object value = values.get(feature.name());
                if (feature.dataElement().equals(element.id()) && value != null) {
                    stopped.add(new Stopped(
                            feature.name(),
                            feature.title(),
                            element.id(),
                            words(value) + (feature.unit().isEmpty() ? "" : " " + feature.unit())));
                }
            }
        }
        return new WithdrawalEffect(pseudonymised, stopped, narrowed);
    }

    /** Returns the purposes that a data element may serve for a person: those that need no consent or have it. */
    public static List<Purpose> served(Catalogue catalogue, DataElement element, ConsentHistory consents, long at) {
        List<Purpose> served = new ArrayList<>();
        for (String id : element.purposes()) {
            Purpose purpose = catalogue.purposes().get(id);
            if (purpose == null) {
                continue;
            }
            int position = consents.registry().position(Dimension.PURPOSE, id);
            if (!purpose.consentRequired()
                    || (position >= 0 && consents.status(position, at) == ConsentState.State.GRANTED)) {
                served.add(purpose);
            }
        }
        return served;
    }

    private static String words(Object value) {
        return value instanceof Number number
                ? BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** In a simulation the pseudonym is drawn from what it hides, so that a run can be repeated. */
    private static String pseudonym(String person, String element, long at) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("withdrawn|" + person + "|" + element + "|" + at).getBytes(StandardCharsets.UTF_8));
            return "w-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
