/** Imports processes in BPMN 2.0. */
@NullMarked
package org.wayleave.journey.imports.bpmn;

import org.jspecify.annotations.NullMarked;
