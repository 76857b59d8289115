/** What the Data page shows, without views. */
@NullMarked
package org.wayleave.data.ui.model;

import org.jspecify.annotations.NullMarked;
