/** YAML as OPA reads and writes it; only the classes that read need SnakeYAML Engine. */
@NullMarked
package org.wayleave.engine.builtin.yaml;

import org.jspecify.annotations.NullMarked;
