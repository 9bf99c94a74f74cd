package exeat.api;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes spans as a collector does, on loopback. It reads of OTLP's protobuf what tests ask for. */
final class Receiver {

    /**
     * A span.
     *
     * @param parent empty for a root
     * @param links the ids of spans that it follows
     */
    record Seen(String trace, String id, String parent, String name, List<String> links) {}

    private static final int LENGTH_DELIMITED = 2;

    private final Queue<Seen> spans = new ConcurrentLinkedQueue<>();
    private final Queue<String> raw = new ConcurrentLinkedQueue<>();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    Receiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext(
                "/v1/traces",
                exchange -> {
                    var body = exchange.getRequestBody().readAllBytes();
                    raw.add(new String(body, StandardCharsets.ISO_8859_1));
                    tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Token")));
                    // ExportTraceServiceRequest 1 > ResourceSpans 2 > ScopeSpans 2 > Span.
                    for (var resource : parts(ByteBuffer.wrap(body), 1)) {
                        for (var scope : parts(resource, 2)) {
                            parts(scope, 2).forEach(span -> spans.add(span(span)));
                        }
                    }
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    List<Seen> spans() {
        return List.copyOf(spans);
    }

    /** Everything that came, byte for byte. */
    String raw() {
        return String.join("\n", raw);
    }

    List<String> tokens() {
        return List.copyOf(tokens);
    }

    private static Seen span(ByteBuffer span) {
        var links = new ArrayList<String>();
        parts(span, 13).forEach(link -> links.add(hex(link, 2)));
        var name = parts(span, 5).getFirst();
        return new Seen(
                hex(span, 1),
                hex(span, 2),
                hex(span, 4),
                StandardCharsets.UTF_8.decode(name).toString(),
                links);
    }

    private static String hex(ByteBuffer message, int field) {
        var found = parts(message, field);
        if (found.isEmpty()) {
            return "";
        }
        var bytes = new byte[found.getFirst().remaining()];
        found.getFirst().duplicate().get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The parts of a message under one number that have a length. */
    private static List<ByteBuffer> parts(ByteBuffer message, int wanted) {
        var found = new ArrayList<ByteBuffer>();
        var in = message.duplicate();
        while (in.hasRemaining()) {
            long tag = varint(in);
            switch ((int) (tag & 7)) {
                case 0 -> varint(in);
                case 1 -> in.position(in.position() + 8);
                case LENGTH_DELIMITED -> {
                    int length = (int) varint(in);
                    if (tag >>> 3 == wanted) {
                        found.add(in.slice(in.position(), length));
                    }
                    in.position(in.position() + length);
                }
                case 5 -> in.position(in.position() + 4);
                default -> throw new IllegalArgumentException("no protobuf: " + tag);
            }
        }
        return found;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
