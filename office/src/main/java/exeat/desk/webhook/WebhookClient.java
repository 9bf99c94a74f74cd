package exeat.desk.webhook;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.store.key.InstallationKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts a body to a subscriber's address: over https, to a host whose addresses are all public, and
 * connected to the very address that was checked, so that a changed DNS answer has no effect.
 * Redirects are not followed, and only the status line of the answer is read.
 */
final class WebhookClient {

    private static final int MAX_PORT = 65_535;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int MAX_STATUS_LENGTH = 512;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    /** The last part of a host that is an address of IPv4 in some notation (WHATWG URL, 3.5). */
    private static final Pattern NUMBER = Pattern.compile("(^|\\.)(0x[0-9a-f]*|[0-9]+)$");

    /** Whether nobody at all is called: a training installation tells nothing to anybody. */
    private final boolean closed;

    private final boolean loopback;
    private final boolean unshared;
    private final Duration patience;
    private final SSLSocketFactory tls;

    WebhookClient(Config config) {
        this(config, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    WebhookClient(Config config, SSLSocketFactory tls) {
        this(config, tls, false);
    }

    private WebhookClient(Config config, SSLSocketFactory tls, boolean closed) {
        this.closed = closed;
        this.loopback = config.isOn(Settings.WEBHOOK_LOOPBACK);
        this.unshared = config.isOn(Settings.WEBHOOK_PRIVATE);
        this.patience = config.time(Settings.WEBHOOK_PATIENCE);
        this.tls = tls;
    }

    /** The one of the office whose data folder this is. */
    static WebhookClient of(Config config, Path data) {
        boolean training = InstallationKind.in(data) == InstallationKind.TRAINING;
        return new WebhookClient(
                config, (SSLSocketFactory) SSLSocketFactory.getDefault(), training);
    }

    /** What came of it: a status of HTTP, or a word on why there is none. */
    record WebhookResponse(OptionalInt status, String word) {
        static WebhookResponse none(String why) {
            return new WebhookResponse(OptionalInt.empty(), why);
        }

        boolean arrived() {
            return status.isPresent() && status.getAsInt() / 100 == 2;
        }
    }

    /** Why an address can never be called; empty if it can. Nothing is looked up. */
    Optional<AddressProblem> problem(String url) {
        if (closed) {
            return Optional.of(AddressProblem.TRAINING);
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException broken) {
            return Optional.of(AddressProblem.BROKEN);
        }
        var host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of(AddressProblem.PARTS);
        }
        if (uri.getPort() > MAX_PORT) {
            return Optional.of(AddressProblem.PORT);
        }
        if (!url.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.of(AddressProblem.ASCII);
        }
        return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
            case "https" -> inside(host) ? Optional.of(AddressProblem.INSIDE) : Optional.empty();
            case "http" -> loopback ? Optional.empty() : Optional.of(AddressProblem.LOOPBACK);
            default -> Optional.of(AddressProblem.SCHEME);
        };
    }

    /**
     * Whether the host is known without a lookup to be one that is not ours to call: an address of
     * the network in the place of a name, or a name that always means this machine (RFC 6761).
     */
    private boolean inside(String host) {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var name = bare.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return !loopback;
        }
        try {
            return !mayCall(InetAddress.ofLiteral(bare), true);
        } catch (IllegalArgumentException aName) {
            // Brackets hold an address alone, and none to call has a zone. A name whose last part
            // is a number is an address in another notation to a resolver.
            return host.startsWith("[") || NUMBER.matcher(name).find();
        }
    }

    /** Posts, and waits for the status no longer than is set. */
    WebhookResponse post(String url, Map<String, String> headers, byte[] body) {
        if (problem(url).isPresent()) {
            return WebhookResponse.none("refused-address");
        }
        var uri = URI.create(url);
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        long end = System.nanoTime() + patience.toNanos();
        try {
            var address = allowed(uri.getHost(), secure);
            if (address.isEmpty()) {
                return WebhookResponse.none("refused-address");
            }
            int port = uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS : HTTP;
            try (var plain = new Socket();
                    var _ = new Deadline(plain, end)) {
                plain.connect(new InetSocketAddress(address.get(), port), left(end));
                plain.setSoTimeout(left(end));
                try (var socket = secure ? secured(plain, uri.getHost(), port) : plain) {
                    socket.getOutputStream().write(request(uri, headers, body));
                    socket.getOutputStream().flush();
                    return status(socket, end);
                }
            }
        } catch (UnknownHostException unknown) {
            return WebhookResponse.none("unknown-host");
        } catch (SocketTimeoutException slow) {
            return WebhookResponse.none("timeout");
        } catch (SSLException wrong) {
            return WebhookResponse.none("tls");
        } catch (IOException away) {
            return WebhookResponse.none(System.nanoTime() < end ? "no-connection" : "timeout");
        }
    }

    /** Closes a socket at its end, whatever is still going on over it a byte at a time. */
    private static final class Deadline implements AutoCloseable {
        private final Thread thread;

        Deadline(Socket socket, long end) {
            thread =
                    Thread.ofVirtual()
                            .start(() -> {
                                try (socket) {
                                    Thread.sleep(Duration.ofNanos(end - System.nanoTime()));
                                } catch (InterruptedException done) {
                                    Thread.currentThread().interrupt();
                                } catch (IOException closed) {
                                    // That was the purpose.
                                }
                            });
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    /** The address to connect to; empty when one of the host's is not to be called. */
    private Optional<InetAddress> allowed(String host, boolean secure) throws UnknownHostException {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var all = InetAddress.getAllByName(bare);
        boolean may = Arrays.stream(all).allMatch(address -> mayCall(address, secure));
        return may ? Optional.of(all[0]) : Optional.empty();
    }

    private boolean mayCall(InetAddress address, boolean secure) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        return secure && (isPublic(address) || (unshared && isPrivate(address)));
    }

    /**
     * Whether an address is of an office's own network. Link-local ones are not: machines hide
     * there.
     */
    private static boolean isPrivate(InetAddress address) {
        var bytes = address.getAddress();
        return address.isSiteLocalAddress()
                || (address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc);
    }

    /** Not one of those that are no host of the open internet (RFC 6890). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet4Address) {
            return first != 0
                    && first < 240
                    && !(first == 100 && second >= 64 && second < 128)
                    && !(first == 192 && second == 0 && (bytes[2] == 0 || bytes[2] == 2))
                    && !(first == 192 && second == 88 && bytes[2] == 99)
                    && !(first == 198 && (second == 18 || second == 19))
                    && !(first == 198 && second == 51 && bytes[2] == 100)
                    && !(first == 203 && second == 0 && bytes[2] == 113);
        }
        // Global unicast alone, and in it neither documentation nor what wraps an older address.
        boolean documentation = first == 0x20 && second == 1 && bytes[2] == 0x0d;
        boolean protocols = first == 0x20 && second == 1 && (bytes[2] & 0xfe) == 0;
        boolean sixToFour = first == 0x20 && second == 2;
        return (first & 0xe0) == 0x20 && !documentation && !protocols && !sixToFour;
    }

    private Socket secured(Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(List.of("TLSv1.3", "TLSv1.2").toArray(String[]::new));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(URI uri, Map<String, String> headers, byte[] body) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        head.append("Host: ").append(uri.getRawAuthority()).append("\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n");
        head.append("User-Agent: exeat\r\nConnection: close\r\n\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** The status line, however slowly it comes, until the time is over. */
    private static WebhookResponse status(Socket socket, long end) throws IOException {
        InputStream in = socket.getInputStream();
        var line = new StringBuilder();
        while (line.length() < MAX_STATUS_LENGTH) {
            socket.setSoTimeout(left(end));
            int next = in.read();
            if (next < 0 || next == '\n') {
                break;
            }
            line.append((char) next);
        }
        var parts = STATUS.matcher(line.toString().strip());
        return parts.matches()
                ? new WebhookResponse(
                        OptionalInt.of(Integer.parseInt(parts.group(1))), parts.group(1))
                : WebhookResponse.none("no-http");
    }

    private static int left(long end) throws SocketTimeoutException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
