/** The control plane: store, versioned documents, users and roles, audit ledger, catalogue. */
@NullMarked
package org.wayleave.workspace;

import org.jspecify.annotations.NullMarked;
