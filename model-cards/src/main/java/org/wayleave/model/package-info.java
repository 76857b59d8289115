/** The model registry and its cards. */
@NullMarked
package org.wayleave.model;

import org.jspecify.annotations.NullMarked;
