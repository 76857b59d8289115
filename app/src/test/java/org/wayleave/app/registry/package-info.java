/** Tests of what the registry is told about a workspace. */
@NullMarked
package org.wayleave.app.registry;

import org.jspecify.annotations.NullMarked;
