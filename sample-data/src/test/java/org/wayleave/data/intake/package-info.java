/** Tests of taking in files, hostile ones too. */
@NullMarked
package org.wayleave.data.intake;

import org.jspecify.annotations.NullMarked;
