package org.wayleave.policy.opa;

import com.bisnode.opa.client.OpaClientException;
import com.bisnode.opa.client.OpaConfiguration;
import com.bisnode.opa.client.data.OpaDataClient;
import com.bisnode.opa.client.data.OpaDocument;
import com.bisnode.opa.client.policy.OpaPolicy;
import com.bisnode.opa.client.policy.OpaPolicyClient;
import com.bisnode.opa.client.query.OpaQueryClient;
import com.bisnode.opa.client.query.QueryForDocumentRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.policy.rego.RegoOutline;
import org.wayleave.workspace.json.CanonicalJson;
import org.wayleave.workspace.json.JsonMappers;

/**
 * The real OPA as a server of this process alone.
 *
 * <p>It listens on a random port of the loopback address. Whoever asks must present a random bearer token that only this
 * process knows: OPA itself holds no more than its SHA-256, in an authorisation policy that it reads from a file which only this
 * user can read, so the token appears in no argument, environment or file. The authorisation policy lets the token's holder load
 * and ask documents below {@code wayleave}, and nobody do anything else but ask whether the server is up; in particular nobody
 * can send ad-hoc queries. Policies are checked before they are loaded and cannot call {@code http.send}, {@code net.*} or
 * {@code opa.runtime}.
 *
 * <p>The server ends with this object, with this process, and also when this process is killed: see {@link ProcessGuard}.
 * Methods block and belong off the FX thread; they may be called from many threads.
 */
public final class OpaServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 4;

    private final RegoFolder folder;
    private final Process process;
    private final ProcessGuard guard;
    private final OpaCompiler compiler;
    private final OpaQueryClient queries;
    private final OpaPolicyClient policies;
    private final OpaDataClient data;
    private final ObjectMapper mapper = JsonMappers.hardened();
    private final URI address;

    private OpaServer(
            RegoFolder folder, Process process, ProcessGuard guard, OpaCompiler compiler, URI address, String token) {
        this.folder = folder;
        this.process = process;
        this.guard = guard;
        this.compiler = compiler;
        this.address = address;
        TokenRestClient rest =
                new TokenRestClient(new OpaConfiguration(address.toString()), direct(), new ObjectMapper(), token);
        queries = new OpaQueryClient(rest);
        policies = new OpaPolicyClient(rest);
        data = new OpaDataClient(rest);
    }

    /**
     * Starts a server and waits until it answers, a fraction of a second.
     *
     * @throws OpaException when it does not start
     */
    public static OpaServer start(OpaExecutable opa) {
        OpaCompiler compiler = new OpaCompiler(opa);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        String digest = CanonicalJson.hash(token.getBytes(StandardCharsets.UTF_8))
                .substring(CanonicalJson.HASH_PREFIX.length());
        RegoFolder folder = new RegoFolder(Map.of("authz.rego", authorisation(digest)));
        String complaint = "";
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                int port = freePort();
                URI address = URI.create("http://127.0.0.1:" + port);
                Process process = launch(opa, folder, port);
                ProcessGuard guard = ProcessGuard.of(process);
                if (answers(address, process)) {
                    return new OpaServer(folder, process, guard, compiler, address, token);
                }
                guard.close();
                process.destroyForcibly();
                complaint = folder.lastLine("server.log");
            }
        } catch (IOException e) {
            folder.close();
            throw new OpaException("OPA's server cannot be started: " + e.getMessage(), e);
        }
        folder.close();
        throw new OpaException("OPA's server did not start" + (complaint.isEmpty() ? "" : ": " + complaint));
    }

    /** Whether the server's process lives. */
    public boolean running() {
        return process.isAlive();
    }

    /** The server's process, for those who watch over it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** The address it listens on; it answers there to the token's holder only. */
    public URI address() {
        return address;
    }

    /**
     * Loads Rego files, after checking them; files of the same name are replaced.
     *
     * @param files Rego text by file name; packages below {@code wayleave}
     * @throws OpaException when a file does not compile or has another package
     */
    public void loadPolicies(Map<String, String> files) {
        for (Map.Entry<String, String> file : files.entrySet()) {
            String declared = RegoOutline.read(file.getValue()).packageName();
            if (!declared.equals("wayleave") && !declared.startsWith("wayleave.")) {
                throw new OpaException(file.getKey() + " has the package '" + declared
                        + "'; the server takes packages below wayleave");
            }
        }
        List<RegoFault> faults = compiler.check(files);
        if (!faults.isEmpty()) {
            throw new OpaException(
                    "The policy does not compile: " + faults.getFirst().line());
        }
        // A file may need another that is not loaded yet: helpers come first, and what still fails is tried again.
        List<Map.Entry<String, String>> waiting = new ArrayList<>(files.entrySet());
        while (!waiting.isEmpty()) {
            int before = waiting.size();
            OpaClientException[] failure = new OpaClientException[1];
            waiting.removeIf(file -> {
                try {
                    policies.createOrUpdatePolicy(new OpaPolicy("wayleave-" + file.getKey(), file.getValue()));
                    return true;
                } catch (OpaClientException e) {
                    failure[0] = e;
                    return false;
                }
            });
            if (waiting.size() == before) {
                throw new OpaException("OPA does not take " + waiting.getFirst().getKey(), failure[0]);
            }
        }
    }

    /**
     * Loads a data document.
     *
     * @param path the slash-separated place, such as {@code wayleave/catalogue}
     * @param json the document
     */
    public void loadData(String path, String json) {
        try {
            data.createOrOverwriteDocument(new OpaDocument(path, json));
        } catch (OpaClientException e) {
            throw new OpaException("OPA does not take the data of " + path, e);
        }
    }

    /**
     * Asks for a document.
     *
     * @param path the slash-separated place, such as {@code wayleave/send}
     * @param inputJson the input document
     * @return the document, sets as arrays; empty when it is undefined
     */
    public Optional<RegoValue> query(String path, String inputJson) {
        try {
            JsonNode input = mapper.readTree(inputJson);
            JsonNode result = queries.queryForDocument(new QueryForDocumentRequest(input, path), JsonNode.class);
            return Optional.ofNullable(result).map(node -> RegoJson.parse(node.toString()));
        } catch (JsonProcessingException e) {
            throw new OpaException("The input for OPA is not JSON: " + e.getOriginalMessage(), e);
        } catch (OpaClientException e) {
            // The client has no exception of its own for a document that is undefined; only its sentence tells.
            if (e.getCause() == null && String.valueOf(e.getMessage()).startsWith("Result is empty")) {
                return Optional.empty();
            }
            throw new OpaException("OPA does not answer on " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        guard.close();
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofSeconds(2))) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        folder.close();
    }

    private static Process launch(OpaExecutable opa, RegoFolder folder, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        opa.path().toString(),
                        "run",
                        "--server",
                        "--addr",
                        "127.0.0.1:" + port,
                        "--authentication=token",
                        "--authorization=basic",
                        "--skip-version-check",
                        "--log-level=error",
                        "--shutdown-grace-period=1",
                        "authz.rego"))
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.path().resolve("server.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OPA_"));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Waits for the server; an answer counts only while the process that was started lives, as only it owns the port then. */
    private static boolean answers(URI address, Process process) {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        HttpRequest health = HttpRequest.newBuilder(address.resolve("/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try (HttpClient client = direct()) {
            while (process.isAlive() && System.nanoTime() < until) {
                try {
                    HttpResponse<Void> response = client.send(health, HttpResponse.BodyHandlers.discarding());
                    if (response.statusCode() == 200) {
                        return process.isAlive();
                    }
                } catch (IOException notYet) {
                    Thread.sleep(Duration.ofMillis(25));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** A client that goes to the loopback address directly, whatever proxy the machine uses. */
    private static HttpClient direct() {
        return HttpClient.newBuilder()
                .proxy(ProxySelector.of(null))
                .connectTimeout(Duration.ofSeconds(2))
                .build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String authorisation(String digest) {
        return """
                package system.authz

                default allow := false

                allow if {
                	input.method == "GET"
                	input.path == ["health"]
                }

                allow if {
                	is_owner
                	input.method in {"GET", "POST", "PUT"}
                	array.slice(input.path, 0, 3) == ["v1", "data", "wayleave"]
                }

                allow if {
                	is_owner
                	input.method == "PUT"
                	array.slice(input.path, 0, 2) == ["v1", "policies"]
                	startswith(input.path[2], "wayleave-")
                }

                is_owner if crypto.sha256(input.identity) == "%s"
                """.formatted(digest);
    }
}
