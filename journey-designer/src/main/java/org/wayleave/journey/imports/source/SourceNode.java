package org.wayleave.journey.imports.source;

/** A part of a file of another tool: a value, a list, an object, an element or an attribute. */
public interface SourceNode {

    /** Where it stands, such as {@code activities[1].name} or {@code /definitions/process[1]/task[2]/@name}. */
    String path();

    /** Its place among all parts of the file, counted from the start. */
    int order();

    /** What it holds in a few words, for people; secrets are not shown. */
    String gist();
}
