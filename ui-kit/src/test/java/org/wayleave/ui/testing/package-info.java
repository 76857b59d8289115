/**
 * What component tests of every module use: the toolkit without a display, the FX thread, and pictures.
 *
 * <p>A module takes it as a dependency on {@code ui-kit} of type {@code test-jar} and scope {@code test}, and sets the
 * property {@code wayleave.test.args} to {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
@NullMarked
package org.wayleave.ui.testing;

import org.jspecify.annotations.NullMarked;
