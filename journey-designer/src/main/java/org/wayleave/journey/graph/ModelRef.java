package org.wayleave.journey.graph;

/**
 * The model that chooses or fills an action.
 *
 * @param id the model's id, as on its card
 * @param version the model's version
 */
public record ModelRef(String id, String version, Extras extras) {

    public ModelRef(String id, String version) {
        this(id, version, Extras.NONE);
    }
}
