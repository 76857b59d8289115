/** Policy packs: Rego files with their compiled plan, what their rules are called, and how they are loaded to decide. */
@NullMarked
package org.wayleave.policy.pack;

import org.jspecify.annotations.NullMarked;
