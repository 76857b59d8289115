/** The lawful-basis registry: entries to edit, the documents that follow from them, and how observed use differs. */
@NullMarked
package org.wayleave.data.ui.registry;

import org.jspecify.annotations.NullMarked;
