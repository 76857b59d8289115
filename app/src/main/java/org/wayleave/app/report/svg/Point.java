package org.wayleave.app.report.svg;

/** A point of a picture, in pixels. */
record Point(double x, double y) {}
