package org.wayleave.engine.bench;

import com.bisnode.opa.client.OpaClient;
import com.bisnode.opa.client.query.QueryForDocumentRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One decision a call of an OPA that serves on this machine, from one thread over opa-java-client. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else
public class ServerBenchmark {
    private static final int TRIES = 300;

    private Process server;
    private OpaClient client;
    private List<JsonNode> inputs;
    private int next;

    @Setup(Level.Trial)
    public void start() throws IOException, InterruptedException {
        Pack pack = Pack.ofProperty();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String address = "127.0.0.1:" + port;
        server = new ProcessBuilder(
                        pack.opa().toString(), "run", "--server", "--addr", address, "--log-level", "error", ".")
                .directory(pack.rego().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitListening(port);
        client = OpaClient.builder().opaConfiguration("http://" + address).build();
        inputs = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : pack.inputs()) {
            inputs.add(mapper.readTree(line));
        }
    }

    private void awaitListening(int port) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                if (!server.isAlive()) {
                    throw new IOException("OPA does not serve.", e);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IOException("OPA does not serve on port " + port + ".");
    }

    @TearDown(Level.Trial)
    public void stop() {
        server.destroy();
    }

    @Benchmark
    public JsonNode decide() {
        next = next + 1 < inputs.size() ? next + 1 : 0;
        return client.queryForDocument(new QueryForDocumentRequest(inputs.get(next), Pack.ENTRYPOINT), JsonNode.class);
    }
}
