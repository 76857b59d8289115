/** Imports processes in BPMN 2.0. */
@NullMarked
package org.wayleave.journey.exchange.bpmn;

import org.jspecify.annotations.NullMarked;
