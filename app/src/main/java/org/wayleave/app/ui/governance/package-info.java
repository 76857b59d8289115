/** The page of governance: documents and their states, the audit ledger, users and roles. */
@NullMarked
package org.wayleave.app.ui.governance;

import org.jspecify.annotations.NullMarked;
