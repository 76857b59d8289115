package org.wayleave.journey.ui.service;

import java.util.Optional;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.journey.graph.Journey;

/**
 * A journey as it was opened.
 *
 * @param entry which version it is
 * @param journey the graph of that version
 * @param latest whether there is no newer version
 * @param draft unsaved edits kept from before, based on this version
 * @param catalogue what its words mean
 * @param features the facts that people's behaviour gives
 */
public record OpenedJourney(
        JourneyEntry entry,
        Journey journey,
        boolean latest,
        Optional<Journey> draft,
        Catalogue catalogue,
        FeatureSchema features) {}
