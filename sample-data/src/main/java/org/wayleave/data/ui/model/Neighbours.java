package org.wayleave.data.ui.model;

import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.preference.MessagePreview;
import org.wayleave.data.registry.ObservedUse;

/** What other parts of the program know about the data: who reads it, and what messages consents allow. Called off the FX thread. */
public interface Neighbours {
    /** No other parts. */
    Neighbours NONE = new Neighbours() {
        @Override
        public ObservedUse use(Catalogue catalogue) {
            return java.util.List::of;
        }

        @Override
        public MessagePreview messages(Catalogue catalogue) {
            return MessagePreview.NONE;
        }
    };

    /** Returns what journeys, features and models of the catalogue's vertical read. */
    ObservedUse use(Catalogue catalogue);

    /** Returns a preview of the messages of the catalogue's vertical, as the documents stand now. */
    MessagePreview messages(Catalogue catalogue);
}
