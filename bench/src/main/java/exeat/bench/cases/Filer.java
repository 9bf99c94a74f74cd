package exeat.bench.cases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** A client at one address. */
final class Filer implements AutoCloseable {

    /** What anybody begins a session with. */
    static final String STRANGER = "{\"type\": \"stranger\"}";

    /** What a traveller was told before they confirmed. */
    static final String TOLD = "{\"told\": [\"nationality\", \"residence\", \"way back\"]}";

    private final URI server;
    private final HttpClient http;

    Filer(URI server, String address) {
        this.server = server;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .localAddress(InetAddress.ofLiteral(address))
                        .build();
    }

    /** A request to the server. */
    @FunctionalInterface
    interface Call<T> {
        T get() throws IOException, InterruptedException;
    }

    /** A filed application: its id, and the credentials of its first traveller. */
    record Filed(String id, String party) {}

    String stranger() throws IOException, InterruptedException {
        return session(STRANGER);
    }

    String session(String who) throws IOException, InterruptedException {
        return field(post("", "/api/v1/sessions", who), "token");
    }

    Filed file(String token) throws IOException, InterruptedException {
        var body = post(token, "/api/v1/applications", BpmnProcess.APPLICATION);
        return new Filed(
                field(body, "id"),
                "{\"type\": \"party\", \"number\": \"%s\", \"secret\": \"%s\"}"
                        .formatted(field(body, "number"), field(body, "secret")));
    }

    String confirm(String own, Filed filed) throws IOException, InterruptedException {
        return post(own, "/api/v1/applications/" + filed.id() + "/travellers/1/confirm", TOLD);
    }

    private String post(String token, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(20))
                        .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static String field(String json, String name) {
        var mark = "\"" + name + "\":\"";
        int begin = json.indexOf(mark) + mark.length();
        return json.substring(begin, json.indexOf('"', begin));
    }

    @Override
    public void close() {
        http.close();
    }
}
