/** JSON Schema of drafts 4, 6 and 7, and a mixture of them where a schema does not say, with OPA's messages. */
@NullMarked
package org.wayleave.engine.builtin.schema;

import org.jspecify.annotations.NullMarked;
