/** OPA, policy packs, design checks, and the editor for them. */
@NullMarked
package org.wayleave.policy;

import org.jspecify.annotations.NullMarked;
