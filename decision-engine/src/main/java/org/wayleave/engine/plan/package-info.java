/** OPA's plan (its intermediate representation), decoded once into dense records. */
@NullMarked
package org.wayleave.engine.plan;

import org.jspecify.annotations.NullMarked;
