package exeat.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.casework.value.OfficerId;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.rules.authority.AuthorityId;
import exeat.web.town.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server and its PostgreSQL are killed at random moments under load, {@code exeat.kills} times;
 * {@code exeat.seed} gives the same moments again, as far as a machine has moments.
 */
class KillIT {

    private static final int CLIENTS = 8;

    /** The default of {@code limits.connections}. */
    private static final int CONNECTIONS = 500;

    private static final Duration MAX_HEADER = Duration.ofSeconds(40);

    private static final Duration MAX_SILENCE = Duration.ofMinutes(2);

    /** Within a minute each step is in the log, which the answer to it promises. */
    private static final Duration MAX_LAG = Duration.ofMinutes(1);

    /** The units of the road, and those above them, in the order in which they are taught. */
    private static final List<String> UNITS =
            List.of(
                    "cn",
                    "ne",
                    "jl",
                    "jl-yanji",
                    "jl-tumen",
                    "jl-yanji-fa",
                    "jl-yanji-ps",
                    "jl-tumen-bd",
                    "jl-tumen-cu");

    private enum Victim {
        SERVER,
        ONE_CONNECTION_OF_POSTGRES,
        WHOLE_POSTGRES
    }

    private final Queue<Acknowledged> record = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Tag("full")
    @Test
    void acknowledged_commands_are_there_once_whatever_is_killed(@TempDir Path data)
            throws Exception {
        var root = Path.of(Objects.requireNonNull(System.getProperty("exeat.root")));
        boolean built = Files.exists(Site.jar(root));
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(built, "the server is not built; ./exeat test builds it");
        }
        int kills = Integer.getInteger("exeat.kills", 3);
        long seed = Long.getLong("exeat.seed", 1963L);
        System.out.println("crash: " + kills + " kills, seed " + seed);
        try (var site = new Site(root, data)) {
            site.start();
            crowd(site.address());
            garbage(site.address());
            var wire = new Wire(site.address(), over::get, wrong);
            run(site, officers(site, wire, root), kills, new Random(seed));
        }
        assertThat(wrong).isEmpty();
    }

    /** One address holds so many connections, and no slow header holds one of them. */
    private void crowd(URI site) throws IOException {
        var held = new ArrayList<Socket>();
        try {
            for (int n = 0; n < CONNECTIONS + 20; n++) {
                held.add(connect(site));
            }
            // Not the last ones: several threads accept, each in its own time.
            if (closed(held) < 20) {
                wrong.add("one address holds as many connections as it likes");
            }
        } finally {
            for (var one : held) {
                one.close();
            }
        }
        try (var slow = connect(site)) {
            long begun = System.nanoTime();
            slow.setSoTimeout(500);
            slow.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(US_ASCII));
            while (isOpen(slow)) {
                if (System.nanoTime() - begun > MAX_HEADER.toNanos()) {
                    wrong.add("a header of two bytes a second holds its connection");
                    return;
                }
                slow.getOutputStream().write('a');
            }
        } catch (SocketException closed) {
            // As it should be.
        }
    }

    /** What no route ever sees is answered with our headers too. */
    private void garbage(URI site) throws IOException {
        var all =
                Map.of(
                        "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                        "400",
                        "GET / KLINGON\r\nHost: a\r\n\r\n",
                        "400",
                        "\u0016\u0003\u0001\u0002abc\r\n\r\n",
                        "400",
                        """
                        POST /language HTTP/1.1\r
                        Host: a\r
                        Content-Length: 3\r
                        Transfer-Encoding: chunked\r
                        \r
                        0\r
                        \r
                        """,
                        "400",
                        "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                        "414",
                        "GET / HTTP/1.1\r\nX: " + "a".repeat(70_000) + "\r\n\r\n",
                        "431");
        for (var one : all.entrySet()) {
            var reply = RawRequest.send(site.toURL(), one.getKey());
            // Of one that is too long the rest is not read, so its answer may be lost.
            boolean lost = reply.status() == 0 && one.getKey().length() > 8_192;
            boolean ours =
                    reply.status() == Integer.parseInt(one.getValue())
                            && reply.has("Content-Security-Policy")
                            && !reply.body().isEmpty();
            if (!lost && !ours) {
                wrong.add("answered without our headers: " + reply.text());
            }
        }
    }

    private static Socket connect(URI site) throws IOException {
        var from = InetAddress.ofLiteral("127.0.0.9");
        var socket = new Socket(InetAddress.ofLiteral(site.getHost()), site.getPort(), from, 0);
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** How many were closed before the time for a header was over. */
    private static long closed(List<Socket> held) throws IOException {
        long closed = 0;
        var end = System.nanoTime() + MAX_HEADER.toNanos() / 2;
        while (closed < 20 && System.nanoTime() < end) {
            closed = 0;
            for (var one : held) {
                one.setSoTimeout(1);
                closed += isOpen(one) ? 0 : 1;
            }
        }
        return closed;
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        } catch (SocketException reset) {
            return false;
        }
    }

    private void run(Site site, Map<String, String> officers, int kills, Random random)
            throws Exception {
        var clients =
                java.util.stream.IntStream.range(0, CLIENTS)
                        .mapToObj(n -> client(site, officers, random.nextLong()))
                        .toList();
        var heads = new Heads(site.address());
        var watcher = Thread.ofVirtual().start(heads);
        for (int kill = 1; kill <= kills; kill++) {
            work(record.size() + 10 + random.nextInt(20));
            Thread.sleep(random.nextInt(300));
            var victim = Victim.values()[(kill - 1) % Victim.values().length];
            kill(site, victim, random);
            System.out.printf(
                    "crash: kill %d of %d (%s), %d commands acknowledged%n",
                    kill, kills, victim, record.size());
        }
        work(record.size() + 20);
        over.set(true);
        for (var client : clients) {
            client.interrupt();
            client.join(TimeUnit.SECONDS.toMillis(30));
        }
        check(site, heads, watcher, kills);
    }

    /** By programs that share nothing with the server but its tables and its address. */
    private void check(Site site, Heads heads, Thread watcher, int kills) throws Exception {
        try (var checker = new Checker(site.data())) {
            checker.awaitLog(MAX_LAG);
            watcher.interrupt();
            watcher.join(TimeUnit.SECONDS.toMillis(30));
            heads.look();
            wrong.addAll(heads.check());
            wrong.addAll(checker.check(record));
            System.out.printf(
                    "crash: %d kills, %d commands acknowledged, %d kept, %d heads of the log kept, %d"
                            + " wrong%n",
                    kills, record.size(), checker.remembered(), heads.kept().size(), wrong.size());
            wrong.forEach(line -> System.out.println("crash: wrong: " + line));
        }
        audit(site);
    }

    /** And once more by the office's own audit, which works everything out anew. */
    private void audit(Site site) {
        var root = Path.of(Objects.requireNonNull(System.getProperty("exeat.root")));
        var settings = OfficeSettings.embedded(site.data(), root.resolve("directives"));
        try (var office = Office.visit(settings, InstantSource.system())) {
            office.audit().forEach(fault -> wrong.add("audit: " + fault));
        }
    }

    /**
     * Waits until so many commands are acknowledged: every kill falls among work, on any machine.
     */
    private void work(int acknowledged) throws InterruptedException {
        var deadline = System.nanoTime() + MAX_SILENCE.toNanos();
        while (record.size() < acknowledged && wrong.isEmpty()) {
            assertThat(System.nanoTime() < deadline)
                    .as("%d commands acknowledged, %d wanted", record.size(), acknowledged)
                    .isTrue();
            Thread.sleep(20);
        }
        wrong.forEach(line -> System.out.println("crash: wrong: " + line));
        assertThat(wrong).isEmpty();
    }

    private Thread client(Site site, Map<String, String> officers, long seed) {
        var wire = new Wire(site.address(), over::get, wrong);
        return Thread.ofVirtual()
                .start(new Traveller(wire, officers, record, wrong, new Random(seed)));
    }

    private static void kill(Site site, Victim victim, Random random) throws Exception {
        switch (victim) {
            case SERVER -> {
                site.kill();
                site.start();
            }
            case ONE_CONNECTION_OF_POSTGRES -> {
                var backends = backends(site);
                if (!backends.isEmpty()) {
                    backends.get(random.nextInt(backends.size())).destroyForcibly();
                }
            }
            case WHOLE_POSTGRES -> {
                var postgres = site.postgres().orElseThrow();
                postgres.children().forEach(ProcessHandle::destroyForcibly);
                postgres.destroyForcibly();
                // Nobody else brings it back: the running server does.
            }
        }
    }

    /** The processes that serve connections: when one dies hard, PostgreSQL restarts them all. */
    private static List<ProcessHandle> backends(Site site) throws IOException {
        return site.postgres().stream()
                .flatMap(ProcessHandle::children)
                .filter(child -> title(child).filter(t -> t.contains("127.0.0.1")).isPresent())
                .toList();
    }

    private static Optional<String> title(ProcessHandle process) {
        try {
            var file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            return Optional.of(Files.readString(file));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Makes an account in each unit, brings the directive down to it, and signs it in. */
    private static Map<String, String> officers(Site site, Wire wire, Path root) throws Exception {
        var settings = OfficeSettings.embedded(site.data(), root.resolve("directives"));
        try (var office = Office.visit(settings, InstantSource.system())) {
            for (var unit : UNITS) {
                var login = unit + ".1";
                office.officerAccounts()
                        .create(
                                new OfficerId(login),
                                login,
                                "right " + login,
                                "Made Up",
                                new AuthorityId(unit));
            }
        }
        var tokens = new HashMap<String, String>();
        var signed = Signed.prc1963(settings);
        var briefing = "/api/v1/directives/prc-1963/briefing/";
        for (var unit : UNITS) {
            var login = unit + ".1";
            var body =
                    "{\"type\": \"officer\", \"login\": \"%s\", \"password\": \"right %s\"}"
                            .formatted(login, login);
            var token = wire.post("", "", "/api/v1/sessions", body).text("token");
            tokens.put(unit, token);
            var first = unit.equals("cn") ? "in-force" : "acknowledgement";
            var version =
                    unit.equals("cn") ? "{\"version\": \"" + signed.hash() + "\"}" : signed.read();
            assertThat(wire.post(token, "first", briefing + first, version).done())
                    .as(unit)
                    .isTrue();
            if (!unit.contains("-fa") && !unit.contains("-ps") && unit.length() < 9) {
                assertThat(wire.post(token, "down", briefing + "hand-down", "").done())
                        .as(unit)
                        .isTrue();
            }
        }
        return Map.copyOf(tokens);
    }
}
