/** Tests of noise, accountants, budgets and private aggregates. */
@NullMarked
package org.wayleave.data.privacy;

import org.jspecify.annotations.NullMarked;
