package org.wayleave.journey.simulate;

/** Told how far a run is; called on the thread that runs it. */
@FunctionalInterface
public interface ProgressListener {

    /** So many of so many people have walked. */
    void progress(int done, int total);

    /** Listens to nothing. */
    static ProgressListener none() {
        return (done, total) -> {};
    }
}
