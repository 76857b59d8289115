/** Imports journeys of Salesforce Journey Builder. */
@NullMarked
package org.wayleave.journey.imports.salesforce;

import org.jspecify.annotations.NullMarked;
