/** The log file: rotating, readable by its owner only, without personal data. */
@NullMarked
package org.wayleave.app.log;

import org.jspecify.annotations.NullMarked;
