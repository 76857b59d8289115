package org.wayleave.data.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.LawfulBasis;
import org.wayleave.data.catalogue.Organisation;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.data.catalogue.Recipient;
import org.wayleave.data.catalogue.Transfer;

/**
 * The record of processing activities (GDPR Article 30(1)) as it follows from a catalogue: one activity for each purpose.
 *
 * @param title of the catalogue
 * @param organisation the controller (a)
 * @param gaps what Article 30 asks for and the catalogue does not say
 */
public record ProcessingRecord(
        String title, String vertical, Organisation organisation, List<Activity> activities, List<Gap> gaps) {
    /** Copies the lists. */
    public ProcessingRecord {
        activities = List.copyOf(activities);
        gaps = List.copyOf(gaps);
    }

    /**
     * A processing activity.
     *
     * @param purpose what it is for (b)
     * @param bases titles of the lawful bases relied on
     * @param dataSubjects categories of people (c)
     * @param elements categories of personal data (c)
     * @param recipients who receives some of it (d)
     * @param transfers to third countries (e)
     * @param security technical and organisational measures (g)
     */
    public record Activity(
            Purpose purpose,
            List<String> bases,
            List<String> dataSubjects,
            List<DataElement> elements,
            List<Recipient> recipients,
            List<ToThirdCountry> transfers,
            List<String> security) {
        /** Copies the lists. */
        public Activity {
            bases = List.copyOf(bases);
            dataSubjects = List.copyOf(dataSubjects);
            elements = List.copyOf(elements);
            recipients = List.copyOf(recipients);
            transfers = List.copyOf(transfers);
            security = List.copyOf(security);
        }

        /** Returns the longest time limit for erasure among its data, in days (f); 0 if it has no data. */
        public int longestRetention() {
            return elements.stream().mapToInt(DataElement::retentionDays).max().orElse(0);
        }
    }

    /** Data going to a third country with what makes that lawful. */
    public record ToThirdCountry(String recipient, String country, String safeguard) {}

    /**
     * Something missing.
     *
     * @param path where it belongs in the catalogue document
     * @param article the letter of Article 30(1) that asks for it, or another article
     */
    public record Gap(String path, String article, String sentence) {}

    /** Returns the record of a catalogue. */
    public static ProcessingRecord of(Catalogue catalogue) {
        List<Activity> activities = new ArrayList<>();
        for (Purpose purpose : catalogue.purposes().values()) {
            activities.add(activity(catalogue, purpose));
        }
        return new ProcessingRecord(
                catalogue.title(), catalogue.vertical(), catalogue.organisation(), activities, gaps(catalogue));
    }

    private static Activity activity(Catalogue catalogue, Purpose purpose) {
        List<DataElement> elements = catalogue.dataElements().values().stream()
                .filter(element -> element.purposes().contains(purpose.id()))
                .toList();
        Set<String> bases = new LinkedHashSet<>();
        bases.add(basis(catalogue, purpose.lawfulBasis()));
        Set<Recipient> recipients = new LinkedHashSet<>();
        Set<ToThirdCountry> transfers = new LinkedHashSet<>();
        for (DataElement element : elements) {
            if (!element.lawfulBasis().isEmpty()) {
                bases.add(basis(catalogue, element.lawfulBasis()));
            }
            element.stewardship().recipients().forEach(id -> recipients.add(recipient(catalogue, id)));
            for (Transfer transfer : element.stewardship().transfers()) {
                transfers.add(new ToThirdCountry(
                        recipient(catalogue, transfer.recipient()).title(), transfer.country(), transfer.safeguard()));
            }
        }
        return new Activity(
                purpose,
                List.copyOf(bases),
                catalogue.organisation().dataSubjects(),
                elements,
                List.copyOf(recipients),
                List.copyOf(transfers),
                catalogue.organisation().securityMeasures());
    }

    private static List<Gap> gaps(Catalogue catalogue) {
        List<Gap> gaps = new ArrayList<>();
        Organisation organisation = catalogue.organisation();
        missing(gaps, organisation.name(), "controller.name", "30(1)(a)", "The controller has no name.");
        missing(
                gaps,
                organisation.contact(),
                "controller.contact",
                "30(1)(a)",
                "Nobody knows how to reach the controller.");
        if (organisation.dataSubjects().isEmpty()) {
            gaps.add(new Gap("dataSubjects", "30(1)(c)", "The categories of people are not named."));
        }
        if (organisation.securityMeasures().isEmpty()) {
            gaps.add(new Gap("securityMeasures", "30(1)(g)", "No security measures are described."));
        }
        for (DataElement element : catalogue.dataElements().values()) {
            String path = "dataElements." + element.id();
            missing(
                    gaps,
                    element.lawfulBasis(),
                    path + ".lawfulBasis",
                    "6(1)",
                    element.title() + " has no lawful basis.");
            missing(
                    gaps,
                    element.stewardship().owner(),
                    path + ".owner",
                    "24",
                    "Nobody answers for " + element.title() + ".");
            missing(
                    gaps,
                    element.stewardship().origin(),
                    path + ".origin",
                    "14(2)(f)",
                    "It is not said where " + element.title() + " comes from.");
            if (element.purposes().isEmpty()) {
                gaps.add(new Gap(path + ".purposes", "30(1)(b)", element.title() + " serves no purpose."));
            }
        }
        for (Purpose purpose : catalogue.purposes().values()) {
            boolean interested = catalogue.dataElements().values().stream()
                    .anyMatch(element -> element.purposes().contains(purpose.id())
                            && element.lawfulBasis().equals("legitimate-interest"));
            if (purpose.interest().isEmpty()
                    && (purpose.lawfulBasis().equals("legitimate-interest")
                            || (interested && !purpose.consentRequired()))) {
                gaps.add(new Gap(
                        "purposes." + purpose.id() + ".interest",
                        "13(1)(d)",
                        purpose.title() + " rests on a legitimate interest that is not named."));
            }
        }
        return gaps;
    }

    private static void missing(List<Gap> gaps, String text, String path, String article, String sentence) {
        if (text.isEmpty()) {
            gaps.add(new Gap(path, article, sentence));
        }
    }

    private static String basis(Catalogue catalogue, String id) {
        LawfulBasis basis = catalogue.lawfulBases().get(id);
        return basis == null ? id : basis.title();
    }

    private static Recipient recipient(Catalogue catalogue, String id) {
        return Objects.requireNonNull(catalogue.recipients().get(id));
    }
}
