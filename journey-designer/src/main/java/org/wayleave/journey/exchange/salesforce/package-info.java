/** Imports journeys of Salesforce Journey Builder. */
@NullMarked
package org.wayleave.journey.exchange.salesforce;

import org.jspecify.annotations.NullMarked;
