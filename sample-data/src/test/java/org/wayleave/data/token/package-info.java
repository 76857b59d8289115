/** Tests of tokens, keys, rotation and the enclave. */
@NullMarked
package org.wayleave.data.token;

import org.jspecify.annotations.NullMarked;
