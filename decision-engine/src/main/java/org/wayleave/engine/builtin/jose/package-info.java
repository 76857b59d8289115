/** JSON Web Signatures and Keys (RFC 7515, 7517, 7518, 8037) on the JDK's own cryptography. */
@NullMarked
package org.wayleave.engine.builtin.jose;

import org.jspecify.annotations.NullMarked;
