package exeat.desk.witness;

import exeat.ledger.witness.HeadAnswer;
import exeat.ledger.witness.HeadRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Talks to a witness over HTTP. The caller checks its answers. */
public final class WitnessClient implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int MAX = 100_000;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** Asks for a cosignature; an answer that tlog-witness does not know is a failure. */
    HeadAnswer add(String address, HeadRequest asked) throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
                        .timeout(LIMIT)
                        .POST(HttpRequest.BodyPublishers.ofString(asked.text()))
                        .build();
        var answer = send(request);
        return HeadAnswer.of(answer.statusCode(), answer.body())
                .orElseThrow(() -> new IOException("it answers " + answer.statusCode()));
    }

    /** The checkpoint of this log that the witness signed last; empty for none. */
    public Optional<String> newest(String address, String origin) throws IOException {
        var query = "/checkpoint?origin=" + URLEncoder.encode(origin, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(address + query)).timeout(LIMIT).build();
        var answer = send(request);
        return switch (answer.statusCode()) {
            case OK -> Optional.of(answer.body());
            case NOT_FOUND -> Optional.empty();
            default -> throw new IOException("it answers " + answer.statusCode());
        };
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            var answer = client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX));
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
