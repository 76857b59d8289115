package org.wayleave.journey.imports.foreign;

import java.util.List;
import org.wayleave.journey.graph.Journey;

/**
 * A journey of another tool, imported.
 *
 * @param format the format of the file
 * @param journey the journey made of it: purposes and topics of its messages are not set, and what means nothing here is opaque
 * @param losses what was lost or became something else, in the order of the file
 */
public record ForeignJourney(SourceFormat format, Journey journey, List<Loss> losses) {

    public ForeignJourney {
        losses = List.copyOf(losses);
    }
}
