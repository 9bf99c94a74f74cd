package exeat.desk.webhook;

import com.sun.net.httpserver.HttpServer;
import exeat.store.Bytes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Records requests, and answers as told; 200 by default. */
final class Receiver {
    record Got(String id, long timestamp, String signatures, Bytes body, String type) {}

    final ConcurrentLinkedDeque<Got> got = new ConcurrentLinkedDeque<>();
    final ConcurrentLinkedDeque<Integer> answers = new ConcurrentLinkedDeque<>();
    volatile Runnable before = () -> {};
    volatile int otherwise = 200;
    final HttpServer server;

    Receiver() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(loopback, 0);
        } catch (java.io.IOException broken) {
            throw new IllegalStateException(broken);
        }
        server.createContext(
                "/",
                exchange -> {
                    var head = exchange.getRequestHeaders();
                    var body = exchange.getRequestBody().readAllBytes();
                    got.add(
                            new Got(
                                    head.getFirst("webhook-id"),
                                    Long.parseLong(head.getFirst("webhook-timestamp")),
                                    head.getFirst("webhook-signature"),
                                    Bytes.of(body),
                                    head.getFirst("Content-Type")));
                    before.run();
                    var answer = answers.poll();
                    exchange.sendResponseHeaders(answer == null ? otherwise : answer, -1);
                    exchange.close();
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<String> ids() {
        return got.stream().map(Got::id).toList();
    }
}
