package org.wayleave.policy.opa;

import com.bisnode.opa.client.OpaConfiguration;
import com.bisnode.opa.client.rest.OpaRestClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Adds the bearer token, and a time limit, to every request of the OPA client. */
final class TokenRestClient extends OpaRestClient {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String token;

    TokenRestClient(OpaConfiguration configuration, HttpClient client, ObjectMapper mapper, String token) {
        super(configuration, client, mapper);
        this.token = token;
    }

    @Override
    public HttpRequest.Builder getBasicRequestBuilder(String endpoint) {
        return super.getBasicRequestBuilder(endpoint)
                .header("Authorization", "Bearer " + token)
                .timeout(LIMIT);
    }
}
