package exeat.bench.cases;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A browser's connection, kept open: as few instructions a request as possible, so that the other
 * processor is enough to drive the server. Owned by one thread.
 */
final class PageClient implements AutoCloseable {

    /**
     * An answer.
     *
     * @param bytes of the body as sent, compressed or not
     * @param text of it, each byte a character
     */
    record Answer(int status, Map<String, String> headers, int bytes, String text) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final URI server;
    private final Socket socket;
    private final InputStream in;
    private final Map<String, String> cookies = new TreeMap<>();

    PageClient(URI server) throws IOException {
        this.server = server;
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** What a page is asked for with, as often as needed. */
    byte[] request(String path, String... headers) {
        return head("GET " + path, headers).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String head(String line, String... headers) {
        var text = new StringBuilder(line).append(" HTTP/1.1\r\nHost: ").append(server.getHost());
        text.append("\r\n");
        for (var header : headers) {
            text.append(header).append("\r\n");
        }
        if (!cookies.isEmpty()) {
            var pairs = new StringBuilder();
            cookies.forEach((name, value) ->
                    pairs.append(pairs.isEmpty() ? "" : "; ").append(name + "=" + value));
            text.append("Cookie: ").append(pairs).append("\r\n");
        }
        return text.append("\r\n").toString();
    }

    /** The cookies of this browser, each as {@code name=value}. */
    List<String> cookies() {
        return cookies.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    }

    /** Becomes the browser that has these cookies. */
    void take(List<String> pairs) {
        for (var pair : pairs) {
            int is = pair.indexOf('=');
            cookies.put(pair.substring(0, is), pair.substring(is + 1));
        }
    }

    /** Sends a form with the token of the page before. */
    Answer post(String path, String form) throws IOException {
        var body = form.getBytes(StandardCharsets.UTF_8);
        var head =
                head(
                        "POST " + path,
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + body.length);
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return send(all.toByteArray());
    }

    Answer get(String path, String... headers) throws IOException {
        return send(request(path, headers));
    }

    Answer send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            if (name.equals("set-cookie")) {
                var pair = value.substring(0, value.indexOf(';'));
                cookies.put(
                        pair.substring(0, pair.indexOf('=')),
                        pair.substring(pair.indexOf('=') + 1));
            } else {
                headers.put(name, value);
            }
        }
        var body = body(status, headers);
        return new Answer(
                status, headers, body.length, new String(body, StandardCharsets.ISO_8859_1));
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == 304 || status == 204) {
            return new byte[0];
        }
        if (!headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        var all = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            all.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
