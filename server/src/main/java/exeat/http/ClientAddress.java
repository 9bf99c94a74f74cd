package exeat.http;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.limit.ClientNetwork;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The network address of a request. With https, a proxy on this machine terminates TLS and appends
 * the client's address to {@code X-Forwarded-For}; only that last value, and only from this
 * machine, is trusted.
 */
@Singleton
public final class ClientAddress {

    private static final String HEADER = "X-Forwarded-For";

    private final boolean proxied;

    ClientAddress(Config config) {
        proxied = isProxied(config);
    }

    /** Whether a proxy on this machine passes on the requests of everybody. */
    public static boolean isProxied(Config config) {
        return config.given(Settings.PUBLIC_URL)
                .filter(address -> address.startsWith("https://"))
                .isPresent();
    }

    /** The address as text; empty when it is not known. */
    public String of(RoutingContext request) {
        var peer = request.request().remoteAddress();
        var address = peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
        return read(address)
                .filter(here -> proxied && here.isLoopbackAddress())
                .flatMap(_ -> forwarded(request))
                .orElse(address);
    }

    /** The network that the address belongs to. */
    public ClientNetwork network(RoutingContext request) {
        return ClientNetwork.of(of(request));
    }

    private static Optional<String> forwarded(RoutingContext request) {
        var headers = request.request().headers().getAll(HEADER);
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        var last = headers.getLast();
        var text = last.substring(last.lastIndexOf(',') + 1).strip();
        return read(text).map(_ -> text);
    }

    private static Optional<InetAddress> read(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
