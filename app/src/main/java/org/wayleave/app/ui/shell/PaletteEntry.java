package org.wayleave.app.ui.shell;

import org.kordamp.ikonli.Ikon;

/**
 * One line of the palette or of the search.
 *
 * @param group what it is: Command, Page, Journey, Rule, Person …
 * @param title its name
 * @param detail what stands beside it: a key, a state, the text found; may be empty
 * @param enabled whether it can be chosen now
 * @param choose runs when it is chosen, after the palette has closed
 */
public record PaletteEntry(Ikon icon, String group, String title, String detail, boolean enabled, Runnable choose) {}
