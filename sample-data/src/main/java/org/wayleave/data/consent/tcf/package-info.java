/** Consent strings of the IAB Transparency and Consent Framework, version 2, decoded. */
@NullMarked
package org.wayleave.data.consent.tcf;

import org.jspecify.annotations.NullMarked;
