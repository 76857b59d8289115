/** The Data page: people, catalogue and quality of the workspace's synthetic data. */
@NullMarked
package org.wayleave.data.ui;

import org.jspecify.annotations.NullMarked;
