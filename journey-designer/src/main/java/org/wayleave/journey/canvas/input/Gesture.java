package org.wayleave.journey.canvas.input;

/** What goes on between a press and a release. */
interface Gesture {

    /** The pointer moved. */
    void drag(Pointer pointer);

    /** The button was let go; the gesture takes effect. */
    void release(Pointer pointer);

    /** The gesture is given up; everything is as before. */
    void cancel();
}
