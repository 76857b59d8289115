/** Consents to and from other systems: ISO/IEC TS 27560 consent records with DPV terms, and Kantara consent receipts. */
@NullMarked
package org.wayleave.data.consent.exchange;

import org.jspecify.annotations.NullMarked;
