/** The page of home: what waits for the person who works here, recent runs, recent documents. */
@NullMarked
package org.wayleave.app.ui.home;

import org.jspecify.annotations.NullMarked;
