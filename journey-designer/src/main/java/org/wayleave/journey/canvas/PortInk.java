package org.wayleave.journey.canvas;

import org.wayleave.journey.canvas.paint.Ink;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.PortKind;

/** The colour of a port and of the edge that leaves through it. */
final class PortInk {

    private PortInk() {}

    static Ink of(Port port) {
        if (port.kind() != PortKind.CONSENT) {
            return Ink.EDGE;
        }
        return Outlet.of(port.name()).map(PortInk::of).orElse(Ink.EDGE);
    }

    static Ink of(Outlet outlet) {
        return switch (outlet) {
            case GRANTED -> Ink.GRANTED;
            case DENIED -> Ink.DENIED;
            case UNKNOWN -> Ink.UNKNOWN;
            case EXPIRED -> Ink.EXPIRED;
        };
    }
}
