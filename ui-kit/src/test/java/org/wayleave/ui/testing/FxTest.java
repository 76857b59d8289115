package org.wayleave.ui.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test methods of a class on the FX thread, with the toolkit started on the Headless platform.
 *
 * <p>The module's pom sets {@code wayleave.test.args} to {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FxThread.class)
public @interface FxTest {}
