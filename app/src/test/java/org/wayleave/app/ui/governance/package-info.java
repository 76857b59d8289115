/** Tests of what the Governance page says. */
@NullMarked
package org.wayleave.app.ui.governance;

import org.jspecify.annotations.NullMarked;
