package org.wayleave.app.report.svg;

import org.wayleave.journey.graph.StepType;

/** The signs of the kinds of steps, in a field of 16 by 16 pixels. */
final class StepIcon {
    private StepIcon() {}

    /** Draws the sign around a centre. */
    static void draw(Svg svg, StepType type, double x, double y) {
        svg.empty(
                "path",
                "transform",
                "translate(" + Svg.number(x - 8) + " " + Svg.number(y - 8) + ")",
                "d",
                path(type),
                "class",
                "icon");
    }

    private static String path(StepType type) {
        return switch (type) {
            case ENTRY -> "M5 3l8 5l-8 5z";
            case WAIT -> "M8 2.5a5.5 5.5 0 1 0 0.01 0zM8 5v3.2l2.2 1.4";
            case BRANCH -> "M8 2v4M8 6c0 4-4 3-4 8M8 6c0 4 4 3 4 8";
            case RANDOM_SPLIT -> "M3 3h10v10h-10zM5.6 5.6h.01M10.4 5.6h.01M8 8h.01M5.6 10.4h.01M10.4 10.4h.01";
            case MESSAGE -> "M2.5 4h11v8h-11zM2.5 4.5l5.5 4.2l5.5-4.2";
            case HOLDOUT -> "M8 2.5a5.5 5.5 0 1 0 0.01 0zM4.2 11.8l7.6-7.6";
            case GOAL -> "M8 2.5a5.5 5.5 0 1 0 0.01 0zM8 5.7a2.3 2.3 0 1 0 0.01 0z";
            case OPAQUE -> "M8 2l5.5 3v6l-5.5 3l-5.5-3v-6zM2.5 5l5.5 3l5.5-3M8 8v6";
            case EXIT -> "M6.5 3h-3v10h3M7 8h6.5M11 5.3l2.6 2.7l-2.6 2.7";
        };
    }
}
