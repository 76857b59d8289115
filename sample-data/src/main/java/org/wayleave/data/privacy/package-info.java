/** Differential privacy: exact noise, accountants, budgets, and aggregates that may leave the team. */
@NullMarked
package org.wayleave.data.privacy;

import org.jspecify.annotations.NullMarked;
