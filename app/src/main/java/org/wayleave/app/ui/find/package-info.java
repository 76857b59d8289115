/** What the palette and the search over documents find: documents, rules, people, words. */
@NullMarked
package org.wayleave.app.ui.find;

import org.jspecify.annotations.NullMarked;
