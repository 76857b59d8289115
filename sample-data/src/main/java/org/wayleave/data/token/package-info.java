/** Tokens in place of identifiers: canonical forms, keys by epoch, rotation, and the enclave that holds raw identifiers for a short time. */
@NullMarked
package org.wayleave.data.token;

import org.jspecify.annotations.NullMarked;
