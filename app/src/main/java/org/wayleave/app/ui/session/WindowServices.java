package org.wayleave.app.ui.session;

import java.time.InstantSource;
import java.time.ZoneId;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Theme;

/**
 * What all parts of the window share, whether or not a workspace is open.
 *
 * @param theme appearance and text size
 * @param tasks runs what takes time
 * @param toasts says what happened elsewhere
 * @param overlays cards over the window
 * @param surroundings the window system
 * @param clock where times come from
 * @param zone in which times are shown
 */
public record WindowServices(
        Theme theme,
        BackgroundTasks tasks,
        Toasts toasts,
        Overlays overlays,
        Surroundings surroundings,
        InstantSource clock,
        ZoneId zone) {}
