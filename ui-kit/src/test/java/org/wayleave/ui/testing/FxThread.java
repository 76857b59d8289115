package org.wayleave.ui.testing;

import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Starts the toolkit once and runs test methods, and those before and after each, on the FX thread. */
public final class FxThread implements BeforeAllCallback, InvocationInterceptor {
    private static final int SECONDS = 60;
    private static boolean started;

    /** Starts the toolkit once per process. */
    public static synchronized void start() {
        if (started) {
            return;
        }
        CountDownLatch ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        Platform.setImplicitExit(false);
        try {
            if (!ready.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The toolkit did not start within " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        started = true;
    }

    /** Computes on the FX thread and returns the value; what the action throws is thrown here. */
    public static <T> T call(Callable<T> action) throws Exception {
        if (Platform.isFxApplicationThread()) {
            return action.call();
        }
        CompletableFuture<T> future = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                future.complete(action.call());
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /**
     * Waits until a condition holds, handling events meanwhile.
     *
     * <p>On the FX thread it runs a nested event loop; off it, it asks on the FX thread every 20 ms.
     */
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try {
            while (!call(condition::getAsBoolean)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Waited " + SECONDS + " s in vain: " + what);
                }
                pause();
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() throws InterruptedException, TimeoutException {
        if (!Platform.isFxApplicationThread()) {
            Thread.sleep(20);
            return;
        }
        Object key = new Object();
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Platform.runLater(() -> Platform.exitNestedEventLoop(key, null));
        });
        Platform.enterNestedEventLoop(key);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> invoked, ExtensionContext context)
            throws Throwable {
        onFxThread(invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> invoked, ExtensionContext context)
            throws Throwable {
        onFxThread(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> invoked, ExtensionContext context)
            throws Throwable {
        onFxThread(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> invoked, ExtensionContext context)
            throws Throwable {
        onFxThread(invocation);
    }

    private static Exception unwrapped(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof Exception exception ? exception : failure;
    }

    private static void onFxThread(Invocation<Void> invocation) throws Exception {
        CompletableFuture<Boolean> future = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                invocation.proceed();
                future.complete(true);
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        try {
            // Tests that wait set their own limits; this one only keeps a stuck toolkit from hanging the build.
            future.get(10L * SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }
}
