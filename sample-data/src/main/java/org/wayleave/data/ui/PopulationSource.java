package org.wayleave.data.ui;

import org.wayleave.data.RecipeException;
import org.wayleave.data.catalogue.CatalogueException;
import org.wayleave.data.ui.model.ObservedPopulation;

/** Says which people the page shows. */
@FunctionalInterface
public interface PopulationSource {
    /**
     * Reads what is in force now; called off the FX thread.
     *
     * @throws CatalogueException if the catalogue in force cannot be read
     * @throws RecipeException if there are no people for its vertical
     */
    ObservedPopulation read();
}
