package org.wayleave.policy.opa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.policy.pack.BundledCatalogue;
import org.wayleave.policy.pack.PolicyPack;

class OpaServerTest {

    private static OpaServer server;

    @BeforeAll
    static void start() {
        server = OpaServer.start(RealOpa.required());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
            assertFalse(server.running(), "the server ends with the object");
        }
    }

    @Test
    void theServerDecidesLikeTheEngine() {
        PolicyPack pack = PolicyPack.bundled("retail");
        String settings = PolicyPack.bundledSettings("retail");
        Map<String, String> files = new LinkedHashMap<>();
        pack.sources().forEach(file -> files.put(file.name(), file.text()));
        server.loadPolicies(files);
        server.loadData("wayleave/catalogue", BundledCatalogue.json("retail"));
        server.loadData("wayleave/settings", settings);
        RegoValue answer = server.query("wayleave/send", "{}").orElseThrow();
        RegoValue engine = pack.engine(BundledCatalogue.json("retail"), settings)
                .decide(PolicyPack.SEND, RegoObject.builder().build());
        assertEquals(engine == null ? "" : RegoJson.write(engine), RegoJson.write(answer));
    }

    @Test
    void anUndefinedDocumentIsEmpty() {
        assertEquals(Optional.empty(), server.query("wayleave/nothing", "{}"));
    }

    @Test
    void nobodyIsAnsweredWithoutTheToken() throws Exception {
        URI address = server.address();
        assertEquals(401, status(HttpRequest.newBuilder(address.resolve("/v1/data/wayleave/send"))));
        assertEquals(
                401,
                status(HttpRequest.newBuilder(address.resolve("/v1/data/wayleave/send"))
                        .header("Authorization", "Bearer 0000")));
        assertEquals(401, status(HttpRequest.newBuilder(address.resolve("/v1/policies"))));
        assertEquals(
                401,
                status(HttpRequest.newBuilder(address.resolve("/v1/query"))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"x = 1\"}"))));
    }

    @Test
    void theTokenIsNotAmongTheArguments() {
        String line = server.handle().info().commandLine().orElse("")
                + server.handle().info().arguments();
        assertFalse(line.matches(".*[0-9a-f]{40}.*"), line);
    }

    @Test
    void aPolicyThatReachesTheNetworkIsRefused() {
        OpaException refused = assertThrows(
                OpaException.class,
                () -> server.loadPolicies(Map.of(
                        "spy.rego",
                        "package wayleave.spy\n\nx := http.send({\"method\": \"get\", \"url\": \"http://a\"})\n")));
        assertTrue(String.valueOf(refused.getMessage()).contains("http.send"));
    }

    @Test
    void aPolicyThatChangesTheAuthorisationIsRefused() {
        assertThrows(
                OpaException.class,
                () -> server.loadPolicies(Map.of("open.rego", "package system.authz\n\nallow := true\n")));
    }

    @Test
    void theServerEndsWhenItsApplicationIsKilled() throws Exception {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledApplication.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            assertTrue(line != null && line.startsWith("opa "), "the application said: " + line);
            ProcessHandle opa =
                    ProcessHandle.of(Long.parseLong(line.substring(4))).orElseThrow();
            assertTrue(opa.isAlive());
            application.destroyForcibly().waitFor();
            opa.onExit().get(10, TimeUnit.SECONDS);
            assertFalse(opa.isAlive());
        } finally {
            application.destroyForcibly();
        }
    }

    /** An application that starts a server, says its process number, and waits to be killed. */
    static final class KilledApplication {

        private KilledApplication() {}

        public static void main(String[] args) throws InterruptedException {
            OpaServer server = OpaServer.start(
                    OpaExecutable.search(line -> {}).executable().orElseThrow());
            System.out.println("opa " + server.handle().pid());
            Thread.sleep(Duration.ofMinutes(1));
            server.close();
        }
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
