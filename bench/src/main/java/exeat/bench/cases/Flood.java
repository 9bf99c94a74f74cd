package exeat.bench.cases;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends ten times what the server can do at a steady rate over kept connections, whether or not it
 * is answered: applications from eight networks with four addresses each, or sign-ins.
 */
final class Flood implements AutoCloseable {

    /** How many times the server's capacity is sent. */
    private static final int TIMES = 10;

    private static final int NETWORKS = 8;
    private static final int ADDRESSES = 4;

    /** The number of networks in a flood of sign-ins, large enough that none is shut out soon. */
    private static final int SIGN_IN_NETWORKS = 200;

    private static final Duration TICK = Duration.ofMillis(10);
    private static final byte[] STATUS = "HTTP/1.1 ".getBytes(StandardCharsets.US_ASCII);

    private final LongAdder sent = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder served = new LongAdder();
    private final List<Socket> sockets = new ArrayList<>();
    private final long begun = System.nanoTime();
    private final double perSecond;
    private volatile boolean over;

    private Flood(double perSecond) {
        this.perSecond = perSecond;
    }

    /**
     * Begins a flood of applications.
     *
     * @param capacity how many a second the server can take
     */
    static Flood ofFilings(URI server, double capacity) throws IOException {
        var flood = new Flood(TIMES * capacity);
        for (int n = 0; n < NETWORKS * ADDRESSES; n++) {
            var from = "127.20." + n % NETWORKS + "." + (1 + n / NETWORKS);
            flood.connect(server, from, NETWORKS * ADDRESSES, Flood::filing);
        }
        return flood;
    }

    /**
     * Begins a flood of sign-ins with passwords that are wrong, each network with few of them.
     *
     * @param capacity how many a second the server can look at
     */
    static Flood ofSignIns(URI server, double capacity) throws IOException {
        var flood = new Flood(TIMES * capacity);
        for (int n = 0; n < SIGN_IN_NETWORKS; n++) {
            flood.connect(server, "127.40." + n + ".1", SIGN_IN_NETWORKS, Flood::signIn);
        }
        return flood;
    }

    /** What is sent: the next of one connection's requests. */
    @FunctionalInterface
    private interface Next {
        String request(String token, String key);
    }

    private static String filing(String token, String key) {
        var headers = "Authorization: Bearer %s\r\nIdempotency-Key: %s\r\n".formatted(token, key);
        return request("/api/v1/applications", headers, BpmnProcess.APPLICATION);
    }

    private static String signIn(String token, String key) {
        var body =
                "{\"type\": \"officer\", \"login\": \"officer.%s\", \"password\": \"wrong\"}"
                        .formatted(key);
        return request("/api/v1/sessions", "", body);
    }

    /** Runs one of several connections, which each send an equal part. */
    private void connect(URI server, String from, int connections, Next next) throws IOException {
        var socket = new Socket(server.getHost(), server.getPort(), InetAddress.ofLiteral(from), 0);
        sockets.add(socket);
        var token = token(socket);
        Thread.ofPlatform().daemon().start(() -> count(socket));
        Thread.ofPlatform()
                .daemon()
                .start(() -> send(socket, token, perSecond / connections, next));
    }

    /** A session to file in, which anybody can get. */
    private static String token(Socket socket) throws IOException {
        var opening = request("/api/v1/sessions", "", Filer.STRANGER);
        socket.getOutputStream().write(opening.getBytes(StandardCharsets.UTF_8));
        var buffer = new byte[8192];
        var answer = new StringBuilder();
        while (!answer.toString().contains("\"token\":\"")) {
            int read = socket.getInputStream().read(buffer);
            if (read < 0) {
                throw new IOException("no session: " + answer);
            }
            answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
        return answer.toString().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static String request(String path, String headers, String body) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        .formatted(path)
                + headers
                + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + body;
    }

    private void send(Socket socket, String token, double rate, Next next) {
        try {
            var to = socket.getOutputStream();
            long mine = 0;
            long start = System.nanoTime();
            while (!over) {
                long due = (long) ((System.nanoTime() - start) / 1e9 * rate);
                for (; mine < due && !over; mine++) {
                    var text = next.request(token, socket.getLocalPort() + "-" + mine);
                    to.write(text.getBytes(StandardCharsets.UTF_8));
                    sent.increment();
                }
                Thread.sleep(TICK);
            }
        } catch (IOException closed) {
            // The flood is over, or the server has closed the connection.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(Socket socket) {
        try (var from = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
            for (int first = status(from); first > 0; first = status(from)) {
                answered.increment();
                if (first == '2') {
                    served.increment();
                }
            }
        } catch (IOException closed) {
            // The answer is lost with the connection.
        }
    }

    /** The first digit of the next response's status; 0 if there are no more responses. */
    private static int status(InputStream from) throws IOException {
        int matched = 0;
        for (int read = from.read(); read >= 0; read = from.read()) {
            matched = read == STATUS[matched] ? matched + 1 : read == STATUS[0] ? 1 : 0;
            if (matched == STATUS.length) {
                return Math.max(0, from.read());
            }
        }
        return 0;
    }

    void report(PrintStream out, Verdicts verdicts) {
        double rate = sent.sum() * 1e9 / (System.nanoTime() - begun);
        out.printf(
                Locale.ROOT,
                "flood               %8.1f requests/s sent, %d answered, %d of them with success%n",
                rate,
                answered.sum(),
                served.sum());
        verdicts.add(
                rate >= perSecond * 0.95,
                String.format(Locale.ROOT, "ten times the capacity (%.0f/s)", perSecond));
    }

    @Override
    public void close() throws IOException {
        over = true;
        for (var socket : sockets) {
            socket.close();
        }
    }
}
