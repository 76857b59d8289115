package org.wayleave.data.ui.section;

import java.util.List;

/**
 * Sections that belong together.
 *
 * @param title what they have in common, in a word or two
 * @param sections in the order of the list
 */
public record SectionGroup(String title, List<DataSection<?>> sections) {
    /** Copies the sections. */
    public SectionGroup {
        sections = List.copyOf(sections);
    }
}
