/** YAML as OPA reads and writes it. */
@NullMarked
package org.wayleave.engine.builtin.yaml;

import org.jspecify.annotations.NullMarked;
