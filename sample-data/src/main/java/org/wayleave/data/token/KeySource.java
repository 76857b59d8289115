package org.wayleave.data.token;

/** Where keys come from; each epoch has one of its own. */
@FunctionalInterface
public interface KeySource {
    /**
     * Returns the key of an epoch.
     *
     * @throws KeyGoneException if the epoch's key was destroyed or never made
     */
    TokenKey key(int epoch);
}
