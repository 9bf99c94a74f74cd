package exeat.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back. Requests go over one client that keeps its connections and no cookie: a run sends
 * thousands of them, and what is written for convenience takes longer than the server.
 */
record Answer(int statusCode, String asString, HttpHeaders headers) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A request to the server that is tested. */
    static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
    }

    static Answer of(HttpRequest.Builder request) {
        try {
            var got = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(got.statusCode(), got.body(), got.headers());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    static Answer of(Response response) {
        var headers =
                HttpHeaders.of(
                        Map.of("Content-Type", List.of(response.contentType())), (_, _) -> true);
        return new Answer(response.statusCode(), response.asString(), headers);
    }

    /** The text of a field of a JSON object. */
    String text(String field) {
        try {
            return JSON.readTree(asString).path(field).asText();
        } catch (JsonProcessingException broken) {
            throw new AssertionError(asString, broken);
        }
    }

    JsonPath jsonPath() {
        return JsonPath.from(asString);
    }

    @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }
}
