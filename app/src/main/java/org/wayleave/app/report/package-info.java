/** The report of a run: one self-contained HTML file with its own SVG charts. */
@NullMarked
package org.wayleave.app.report;

import org.jspecify.annotations.NullMarked;
