/** JSON as documents use it: canonical form and hashes, hardened reading, schema validation. */
@NullMarked
package org.wayleave.workspace.json;

import org.jspecify.annotations.NullMarked;
