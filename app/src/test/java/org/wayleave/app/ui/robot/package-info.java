/** The main job by mouse and keyboard, in a real window on an X server without a screen. */
@NullMarked
package org.wayleave.app.ui.robot;

import org.jspecify.annotations.NullMarked;
