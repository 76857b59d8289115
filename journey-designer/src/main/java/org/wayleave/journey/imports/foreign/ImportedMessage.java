package org.wayleave.journey.imports.foreign;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.Creative;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;

/**
 * A message of another tool. Nobody has said there for which purpose it is sent, so purpose and topic stay unset, which is an error of
 * the design until somebody does. What data fills it is not known either, so it counts as personalised, and its creative as not
 * approved.
 */
public final class ImportedMessage {

    private static final int CREATIVE = 120;

    private ImportedMessage() {}

    /** A message without purpose and topic. */
    public static MessageStep step(String id, String title, String channel, String creative) {
        String name = SourceTexts.line(creative.isBlank() ? title : creative);
        Creative said = new Creative(name.length() <= CREATIVE ? name : name.substring(0, CREATIVE), false, false);
        Action action = new Action(channel, "", "", List.of(), said);
        return new MessageStep(
                id,
                title,
                Position.ORIGIN,
                channel,
                "",
                "",
                List.of(new Rung(RungKind.PERSONALISED, action), Rung.silence()));
    }

    /** All outlets: people go on whether they were contacted or not. */
    public static Set<Outlet> all() {
        return EnumSet.allOf(Outlet.class);
    }
}
