package exeat.desk.keeper;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import exeat.ledger.verify.VerifierKey;
import exeat.ledger.witness.HeadAnswer;
import exeat.ledger.witness.Witness;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.database.DataFolder;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import exeat.store.ledger.CheckpointFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A witness over HTTP, as C2SP's tlog-witness says: {@code POST /add-checkpoint}. Beside it, {@code
 * GET /key} gives its published key and {@code GET /checkpoint?origin=...} what it signed last. It
 * knows no secrets but its own key, so that TLS adds nothing but privacy; put a proxy in front for
 * that.
 */
public final class WitnessServer implements AutoCloseable {

    private static final int MAX_BODY = 32_000;
    private static final int BACKLOG = 256;

    /** Open connections; further ones are closed at once. */
    private static final int MAX_CONNECTIONS = 4096;

    /** Requests of one address at the same time. */
    private static final int OF_ONE_ADDRESS = 16;

    /** In seconds, for a whole request and for a whole answer. */
    private static final int WITHIN = 5;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int LENGTH_REQUIRED = 411;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    private final DataFolder lock;
    private final Witness witness;
    private final InstantSource clock;
    private final HttpServer server;

    /** A slow sender holds a thread that costs next to nothing. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final Map<InetAddress, Integer> asking = new ConcurrentHashMap<>();

    private WitnessServer(
            DataFolder lock, Witness witness, InstantSource clock, HttpServer server) {
        this.lock = lock;
        this.witness = witness;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param folder of its own: its key, and what it saw of each log
     * @param name of its key, when that is made
     * @param logs the published keys of the logs that it watches
     * @throws OfficeException {@link Code#BAD_INPUT} when it cannot listen there, {@link
     *     Code#DATA_IN_USE} when another witness has the folder
     */
    public static WitnessServer start(
            Path folder,
            String name,
            List<VerifierKey> logs,
            InetSocketAddress address,
            InstantSource clock) {
        var lock = KeeperFolder.take(folder);
        try {
            var witness = new Witness(LedgerKey.witness(Keys.in(folder), name));
            for (var log : logs) {
                var place = Bytes.utf8(log.name()).sha256().hex();
                witness.watch(log, new CheckpointFile(folder.resolve("logs").resolve(place)));
            }
            // A sender of half a request does not hold a connection for ever.
            System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(WITHIN));
            System.setProperty("sun.net.httpserver.maxRspTime", Integer.toString(WITHIN));
            System.setProperty("jdk.httpserver.maxConnections", Integer.toString(MAX_CONNECTIONS));
            var made = new WitnessServer(lock, witness, clock, HttpServer.create(address, BACKLOG));
            made.server.setExecutor(made.threads);
            made.server.createContext("/", made::answer);
            made.server.start();
            return made;
        } catch (IOException taken) {
            lock.close();
            throw new OfficeException(
                    Code.BAD_INPUT, "the witness cannot listen on " + address, taken);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** Its published key, in one line. */
    public String verifierKey() {
        return witness.verifierKey();
    }

    /** The port on which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var from = exchange.getRemoteAddress().getAddress();
        try (exchange) {
            if (asking.merge(from, 1, Integer::sum) > OF_ONE_ADDRESS) {
                send(exchange, TOO_MANY, "too many requests of this address at once\n");
                return;
            }
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "POST /add-checkpoint" -> add(exchange);
                case "GET /key" -> send(exchange, OK, verifierKey() + "\n");
                case "GET /checkpoint" -> {
                    var newest = origin(exchange).flatMap(witness::newest);
                    send(
                            exchange,
                            newest.isPresent() ? OK : NOT_FOUND,
                            newest.orElse("this witness has signed no checkpoint of this log\n"));
                }
                case "GET /add-checkpoint", "PUT /add-checkpoint" ->
                        send(exchange, WRONG_METHOD, "POST a checkpoint\n");
                default -> send(exchange, NOT_FOUND, "there is nothing here\n");
            }
        } finally {
            asking.computeIfPresent(from, (_, now) -> now == 1 ? null : now - 1);
        }
    }

    private void add(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestHeaders().containsKey("Content-Length")) {
            send(exchange, LENGTH_REQUIRED, "the request does not say how long it is\n");
            return;
        }
        var body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            send(exchange, TOO_LARGE, "the request is too large\n");
            return;
        }
        var answer = witness.add(new String(body, StandardCharsets.UTF_8), clock.instant());
        var type = answer.kind() == HeadAnswer.Kind.CONFLICT ? "text/x.tlog.size" : "text/plain";
        exchange.getResponseHeaders().set("Content-Type", type);
        send(exchange, answer.kind().status(), answer.body());
    }

    private static Optional<String> origin(HttpExchange exchange) {
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return query.startsWith("origin=")
                ? Optional.of(
                        URLDecoder.decode(
                                query.substring("origin=".length()), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        lock.close();
    }
}
