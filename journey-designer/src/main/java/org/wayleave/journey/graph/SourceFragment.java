package org.wayleave.journey.graph;

/**
 * A part of a file of another tool, kept whole because it has no meaning here.
 *
 * @param format the tool's format, such as {@code salesforce} or {@code bpmn}
 * @param kind what the tool calls this kind of part; may be empty
 * @param path where the part stood in the file
 * @param text the part, JSON or XML, laid out in lines that end with a line feed
 */
public record SourceFragment(String format, String kind, String path, String text, Extras extras) {

    public SourceFragment {
        text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    public SourceFragment(String format, String kind, String path, String text) {
        this(format, kind, path, text, Extras.NONE);
    }
}
