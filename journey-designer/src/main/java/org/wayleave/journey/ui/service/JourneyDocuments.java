package org.wayleave.journey.ui.service;

import java.util.List;
import org.wayleave.journey.graph.Journey;

/** The journeys of a workspace. Every method may block and belongs off the FX thread. */
public interface JourneyDocuments {

    /** Returns the newest version of every journey, by title. */
    List<JourneyEntry> list();

    /** Returns all versions of a journey, newest first. */
    List<JourneyEntry> history(String id);

    /**
     * Opens the newest version.
     *
     * @throws org.wayleave.workspace.WorkspaceException when there is no such journey
     */
    OpenedJourney open(String id);

    /**
     * Opens one version.
     *
     * @throws org.wayleave.workspace.WorkspaceException when there is no such version
     */
    OpenedJourney open(String id, int version);

    /**
     * Saves a new version and drops the draft.
     *
     * @param basedOn the version the edits started from; 0 for a journey that does not exist yet
     * @throws org.wayleave.workspace.WorkspaceException when somebody saved in between, or it cannot be written
     */
    JourneyEntry save(Journey journey, int basedOn);

    /** Keeps unsaved edits, so that a crash loses nothing. */
    void keepDraft(Journey journey, int basedOn);

    /** Forgets unsaved edits. */
    void dropDraft(String id);

    /**
     * Returns the vertical that new journeys belong to: that of the workspace's catalogue.
     *
     * @throws org.wayleave.workspace.WorkspaceException when there is no catalogue; the message says what to do
     */
    String vertical();

    /** Says whether nothing can be saved. */
    boolean readOnly();
}
