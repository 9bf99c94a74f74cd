package exeat.desk.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.Settings;
import exeat.store.key.InstallationKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookClientTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder = Path.of("");

    private static Config config(String loopback) throws ConfigException {
        return Config.plain(Path.of("")).with(Settings.WEBHOOK_LOOPBACK, loopback, "x");
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static WebhookClient.WebhookResponse post(WebhookClient courier, String url) {
        return courier.post(url, Map.of("X-One", "1"), BODY);
    }

    @Test
    void only_addresses_of_the_public_network_are_public() throws IOException {
        for (var address :
                List.of(
                        "127.0.0.1",
                        "10.1.2.3",
                        "172.16.0.1",
                        "192.168.1.1",
                        "169.254.169.254",
                        "0.0.0.0",
                        "100.64.0.1",
                        "192.0.0.8",
                        "192.0.2.1",
                        "198.18.0.1",
                        "198.51.100.1",
                        "203.0.113.1",
                        "224.0.0.1",
                        "240.0.0.1",
                        "255.255.255.255",
                        "::1",
                        "::",
                        "fe80::1",
                        "fc00::1",
                        "fd12::1",
                        "ff02::1",
                        "2001:db8::1",
                        "2001::1",
                        "2002:7f00:1::",
                        "64:ff9b::7f00:1",
                        "::ffff:127.0.0.1",
                        "::ffff:10.0.0.1")) {
            assertThat(WebhookClient.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
        for (var address : List.of("1.1.1.1", "93.184.216.34", "172.32.0.1", "2606:4700::1111")) {
            assertThat(WebhookClient.isPublic(InetAddress.getByName(address))).as(address).isTrue();
        }
    }

    @Test
    void training_calls_nobody(@TempDir Path data) throws Exception {
        InstallationKind.markTraining(data);
        var training = WebhookClient.of(config("on"), data);
        for (var url : List.of("https://example.org/", "http://127.0.0.1:1/")) {
            assertThat(training.problem(url)).contains(AddressProblem.TRAINING);
            assertThat(post(training, url).word()).isEqualTo("refused-address");
            var real = WebhookClient.of(config("on"), data.resolve("another"));
            assertThat(real.problem(url)).isEmpty();
        }
    }

    @Test
    void an_address_is_refused_before_anything_is_called() throws Exception {
        var courier = new WebhookClient(config("off"));
        for (var url :
                List.of(
                        "http://example.org/",
                        "ftp://example.org/",
                        "https:///x",
                        "nonsense",
                        "https://u:p@example.org/",
                        "https://example.org/#a",
                        "file:///etc/passwd",
                        "https://example.org/\u00e9",
                        "https://exa mple.org/")) {
            assertThat(courier.problem(url)).as(url).isPresent();
            assertThat(post(courier, url).word()).as(url).isEqualTo("refused-address");
        }
        for (var inside :
                List.of(
                        "127.0.0.1",
                        "10.0.0.8",
                        "169.254.169.254",
                        "[::1]",
                        "[fd00::1]",
                        "0x7f000001",
                        "0X7F000001.",
                        "2130706433",
                        "017700000001",
                        "0x",
                        "127.1",
                        "[fe80::1%25eth0]",
                        "[2606:4700::1111%25eth0]",
                        "[::ffff:127.0.0.1]")) {
            assertThat(courier.problem("https://" + inside + "/latest")).as(inside).isPresent();
        }
        for (var name : List.of("example.org", "0x7f.example.org", "1.1.1.1", "x0x1", "a0")) {
            assertThat(courier.problem("https://" + name + "/hook?a=b")).as(name).isEmpty();
        }
        var called = new ConcurrentLinkedQueue<String>();
        var server = HttpServer.create(loopback(), 0);
        server.createContext(
                "/",
                exchange -> {
                    called.add("called");
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        int port = server.getAddress().getPort();
        for (var host :
                List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433")) {
            assertThat(post(courier, "https://" + host + ":" + port + "/").word())
                    .as(host)
                    .isIn("refused-address", "unknown-host");
        }
        for (var host : List.of("10.0.0.1", "169.254.169.254", "[fd00::1]")) {
            assertThat(post(courier, "https://" + host + "/").word()).isEqualTo("refused-address");
        }
        // Where this machine may be called, no other one may be without encryption.
        assertThat(post(new WebhookClient(config("on")), "http://10.0.0.1/").word())
                .isEqualTo("refused-address");
        assertThat(called).isEmpty();
        server.stop(0);
    }

    @Test
    void no_redirect_is_followed_and_nobody_is_waited_for_longer_than_is_set() throws Exception {
        var courier = new WebhookClient(config("on"));
        Queue<String> called = new ConcurrentLinkedQueue<>();
        var server = HttpServer.create(loopback(), 0);
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext(
                "/away",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", base + "/there");
                    exchange.sendResponseHeaders(307, -1);
                    exchange.close();
                });
        server.createContext(
                "/there",
                exchange -> {
                    called.add("there");
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        assertThat(post(courier, base + "/away").word()).isEqualTo("307");
        assertThat(post(courier, base + "/away").arrived()).isFalse();
        assertThat(called).isEmpty();
        assertThat(post(courier, base + "/there").arrived()).isTrue();
        server.stop(0);
        assertThat(post(courier, base + "/there").word()).isEqualTo("no-connection");
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
            var hasty = new WebhookClient(config("on").with(Settings.WEBHOOK_PATIENCE, "1s", "x"));
            var begun = System.nanoTime();
            assertThat(post(hasty, url).word()).isEqualTo("timeout");
            assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void over_tls_the_name_of_the_host_must_be_in_its_certificate() throws Exception {
        var store = folder.resolve("keys.p12");
        var made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-alias",
                                "a",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        var server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        int port = server.getAddress().getPort();
        var trusting = new WebhookClient(config("on"), context.getSocketFactory());
        assertThat(post(trusting, "https://localhost:" + port + "/").word()).isEqualTo("204");
        assertThat(post(trusting, "https://127.0.0.1:" + port + "/").word()).isEqualTo("tls");
        assertThat(post(new WebhookClient(config("on")), "https://localhost:" + port + "/").word())
                .isEqualTo("tls");
        server.stop(0);
    }
}
