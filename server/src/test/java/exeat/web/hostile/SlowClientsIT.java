package exeat.web.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that somebody holds: each is closed, however slowly it sends. Takes two minutes. */
@QuarkusTest
@Tag("full")
class SlowClientsIT {

    private static final String HALF =
            "POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 100000\r\n\r\n{\"type\": ";

    private static final Duration MAX_WAIT = Duration.ofSeconds(110);

    @TestHTTPResource("/")
    URL base;

    /** How long a connection is held on which this is sent, then one more byte each pause. */
    private Duration held(String first, Duration pause) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) pause.toMillis());
            socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
            while (since(begun).compareTo(MAX_WAIT) < 0 && isOpen(socket)) {
                socket.getOutputStream().write('a');
            }
        } catch (SocketException closed) {
            return since(begun);
        }
        return since(begun);
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // The answer; after it the server closes.
            }
            return false;
        } catch (java.net.SocketTimeoutException silent) {
            return true;
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void who_sends_nothing_or_too_slowly_is_let_go() throws Exception {
        var never = MAX_WAIT;
        var ways = new LinkedHashMap<String, Callable<Duration>>();
        ways.put("nothing", () -> held("", never));
        ways.put("half a header", () -> held("GET / HTTP/1.1\r\nHost: loc", never));
        ways.put(
                "a request, then nothing",
                () -> held("GET /health HTTP/1.1\r\nHost: a\r\n\r\n", never));
        ways.put("half a body, then nothing", () -> held(HALF, never));
        ways.put("a body of two bytes a second", () -> held(HALF, Duration.ofMillis(500)));
        ways.put(
                "a header of two bytes a second",
                () -> held("GET / HTTP/1.1\r\nX: ", Duration.ofMillis(500)));
        var waits = new LinkedHashMap<String, Future<Duration>>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            ways.forEach((name, way) -> waits.put(name, all.submit(way)));
            for (Map.Entry<String, Future<Duration>> wait : waits.entrySet()) {
                assertThat(wait.getValue().get())
                        .as(wait.getKey())
                        .isLessThan(Duration.ofSeconds(90));
            }
        }
    }
}
