/** Tests of the report. */
@NullMarked
package org.wayleave.app.report;

import org.jspecify.annotations.NullMarked;
