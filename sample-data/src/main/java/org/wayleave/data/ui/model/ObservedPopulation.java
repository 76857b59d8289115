package org.wayleave.data.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.consent.ConsentRegistry;

/**
 * The people that a workspace looks at, with the catalogue that describes their data.
 *
 * @param generator makes each person
 * @param people size of the population, 1 or more
 * @param catalogue the catalogue in force
 * @param catalogueOrigin where the catalogue comes from, e.g. "version 3, active"
 * @param origin where size and seed come from, e.g. "as in run-0007"
 */
public record ObservedPopulation(
        PersonGenerator generator, int people, Catalogue catalogue, String catalogueOrigin, String origin) {

    /** Returns the recipe of the people. */
    public Recipe recipe() {
        return generator.recipe();
    }

    /** Returns the positions in the registry of the consents that the catalogue asks for, in the order of the registry. */
    public List<Integer> consents() {
        ConsentRegistry registry = recipe().consentRegistry();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < registry.size(); i++) {
            if (Words.needsConsent(
                    catalogue, registry.key(i).dimension(), registry.key(i).id())) {
                positions.add(i);
            }
        }
        return List.copyOf(positions);
    }

    /** Returns whether another population has the same people and the same catalogue. */
    public boolean sameAs(ObservedPopulation other) {
        return people == other.people
                && generator.seed() == other.generator.seed()
                && generator.horizonDays() == other.generator.horizonDays()
                && generator.asOf().equals(other.generator.asOf())
                && recipe().reference().equals(other.recipe().reference())
                && catalogue.json().equals(other.catalogue.json())
                && catalogueOrigin.equals(other.catalogueOrigin)
                && origin.equals(other.origin);
    }
}
