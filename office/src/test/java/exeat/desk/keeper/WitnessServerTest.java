package exeat.desk.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessServerTest {

    private static final String HALF =
            "POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nContent-Length: 30000\r\n\r\nold 1\n";

    @TempDir Path folder;

    private WitnessServer witness() {
        return WitnessServer.start(
                folder.resolve("witness"),
                "witness.example/1",
                List.of(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                () -> Instant.parse("2026-12-01T10:00:00Z"));
    }

    private static HttpResponse<String> ask(WitnessServer witness, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + witness.port() + "/");
        try (var client = HttpClient.newHttpClient()) {
            var whole = request.copy();
            return client.send(
                    whole.uri(uri.resolve(whole.build().uri().getPath()))
                            .timeout(Duration.ofSeconds(4))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://any" + path));
    }

    @Test
    void hundreds_of_half_sent_requests_keep_nobody_from_asking() throws Exception {
        var held = new ArrayList<Socket>();
        try (var witness = witness()) {
            for (int n = 0; n < 300; n++) {
                // Another address than the one that asks below.
                var socket =
                        new Socket(
                                InetAddress.getLoopbackAddress(),
                                witness.port(),
                                InetAddress.ofLiteral("127.0.0.2"),
                                0);
                socket.getOutputStream().write(HALF.getBytes(StandardCharsets.US_ASCII));
                held.add(socket);
            }
            var answer = ask(witness, request("/key"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("witness.example/1+");
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void a_body_says_how_long_it_is() throws Exception {
        try (var witness = witness()) {
            var chunked =
                    HttpRequest.BodyPublishers.fromPublisher(
                            HttpRequest.BodyPublishers.ofString("old 1\n"));
            assertThat(ask(witness, request("/add-checkpoint").POST(chunked)).statusCode())
                    .isEqualTo(411);
            var whole = HttpRequest.BodyPublishers.ofString("old 1\n");
            assertThat(ask(witness, request("/add-checkpoint").POST(whole)).statusCode())
                    .isEqualTo(400);
        }
    }
}
