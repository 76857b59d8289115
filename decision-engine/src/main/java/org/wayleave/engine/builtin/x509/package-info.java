/** Certificates, certificate requests and keys as Go's {@code crypto/x509} reads and prints them. */
@NullMarked
package org.wayleave.engine.builtin.x509;

import org.jspecify.annotations.NullMarked;
