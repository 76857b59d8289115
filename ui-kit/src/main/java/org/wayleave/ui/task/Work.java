package org.wayleave.ui.task;

/**
 * A computation off the FX thread. It captures its inputs before it starts and touches no scene graph.
 *
 * @param <T> what it yields
 */
@FunctionalInterface
public interface Work<T> {
    /**
     * Computes.
     *
     * <p>When {@link Progress#cancelled()} turns true, the work either returns what is done so far or throws
     * {@link java.util.concurrent.CancellationException} when nothing can be kept.
     *
     * @param progress where to say how far the work is
     * @return the result, or the part that is done when cancelled
     * @throws Exception when the work fails; its message reaches the user
     */
    T run(Progress progress) throws Exception;
}
