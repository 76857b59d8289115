package org.wayleave.journey.graph;

/**
 * What a message says.
 *
 * @param id name of the creative
 * @param sensitive whether it speaks of something sensitive, or goes to a sensitive segment
 * @param approved whether somebody entitled has approved it
 */
public record Creative(String id, boolean sensitive, boolean approved, Extras extras) {

    public Creative(String id, boolean sensitive, boolean approved) {
        this(id, sensitive, approved, Extras.NONE);
    }
}
