/** The desktop shell, the command line and the reports: the only composition root. */
@NullMarked
package org.wayleave.app;

import org.jspecify.annotations.NullMarked;
