package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import exeat.config.Config;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions from the command line, by a file of settings. */
class WebhookCommandIT {

    private static Ran webhook(Path config, String... arguments) {
        var all = new ArrayList<String>();
        all.add("webhook");
        all.addAll(List.of(arguments));
        all.add("--config");
        all.add(config.toString());
        return Ran.exeat(all.toArray(String[]::new));
    }

    @Tag("full")
    @Test
    void a_subscription_is_made_tried_renewed_and_ended(@TempDir Path folder) throws Exception {
        Queue<String> got = new ConcurrentLinkedQueue<>();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    got.add(exchange.getRequestHeaders().getFirst("webhook-signature"));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        var config =
                Files.writeString(
                        folder.resolve("exeat.yaml"),
                        "data: office\ndirectives: %s\nwebhooks: {loopback: on}\n"
                                .formatted(Ran.root().toAbsolutePath().resolve("directives")));

        assertThat(webhook(config, "add", "nowhere", url).status()).as("no office").isEqualTo(2);
        var settings = OfficeSettings.of(Config.read(config, Ran.root()), Map.of());
        try (var _ = Office.open(settings, Today.clock())) {
            assertThat(webhook(config, "add", "nowhere", url).status()).isEqualTo(1);
            subscribed(config, url, got);
        }
        server.stop(0);
    }

    private static void subscribed(Path config, String url, Queue<String> got) {
        assertThat(webhook(config, "add", "jl-yanji", "http://10.0.0.1/", "--type", "x").status())
                .isEqualTo(1);
        var made = webhook(config, "add", "jl-yanji", url, "--type", "departed");
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(made.out()).contains("secret  whsec_");
        var id = made.out().lines().findFirst().orElseThrow().replace("id", "").strip();

        var tried = webhook(config, "test", id);
        assertThat(tried.out()).as(tried.err()).isEqualTo("204\n");
        assertThat(got).hasSize(1).allSatisfy(text -> assertThat(text).startsWith("v1,"));
        var renewed = webhook(config, "rotate", id);
        assertThat(renewed.out()).contains("whsec_").isNotEqualTo(made.out());
        assertThat(webhook(config, "list").out())
                .contains(id, "jl-yanji", url, "departed", "0 given up; on;")
                .doesNotContain("whsec_");
        assertThat(webhook(config, "dead", id).out()).isEmpty();
        assertThat(webhook(config, "remove", id).status()).isZero();
        assertThat(webhook(config, "remove", id).status()).isEqualTo(1);
        assertThat(webhook(config, "dead", id).status()).isEqualTo(1);
        assertThat(webhook(config, "test", "no-id").status()).isEqualTo(2);
    }
}
