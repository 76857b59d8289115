/** Pictures as inline SVG, coloured by the CSS variables of the page that holds them. */
@NullMarked
package org.wayleave.app.report.svg;

import org.jspecify.annotations.NullMarked;
