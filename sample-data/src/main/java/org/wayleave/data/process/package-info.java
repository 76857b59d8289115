/** The building blocks of behaviour that a recipe is written in. */
@NullMarked
package org.wayleave.data.process;

import org.jspecify.annotations.NullMarked;
