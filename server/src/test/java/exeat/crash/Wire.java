package exeat.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A client that never gives up: a call without an answer is sent again with the same key, as a
 * careful client does, until the server says something about it.
 */
final class Wire {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final URI address;
    private final BooleanSupplier over;
    private final Queue<String> wrong;

    /**
     * @param over whether the run has ended, and calls without an answer are left alone
     * @param wrong where an answer goes that nobody should get
     */
    Wire(URI address, BooleanSupplier over, Queue<String> wrong) {
        this.wrong = wrong;
        this.address = address;
        this.over = over;
    }

    /** An answer that says what became of the call: any status but 5xx. */
    record Answer(int status, JsonNode body) {
        boolean done() {
            return status == 200 || status == 201;
        }

        String text(String field) {
            return body.path(field).asText();
        }
    }

    /** The run ended before there was an answer: nobody knows what became of the call. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;
    }

    Answer get(String token, String path) throws NoAnswer {
        return call(request(token, path).GET().build());
    }

    Answer post(String token, String key, String path, String body) throws NoAnswer {
        var request = request(token, path);
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return call(request.POST(BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String token, String path) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private Answer call(HttpRequest request) throws NoAnswer {
        while (true) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
                }
                // A server that lives says that it is busy (503) or does not know what was done
                // (504), and when to come again; nothing else. The same key settles either.
                if (!Set.of(503, 504).contains(answer.statusCode())
                        || answer.headers().firstValue("Retry-After").isEmpty()) {
                    wrong.add(request.uri().getPath() + " was answered " + answer.statusCode());
                }
            } catch (IOException killed) {
                // The server is away; the same call goes out again.
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new NoAnswer();
            }
            if (over.getAsBoolean()) {
                throw new NoAnswer();
            }
            pause();
        }
    }

    private static void pause() throws NoAnswer {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer();
        }
    }
}
