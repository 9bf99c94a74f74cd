package exeat.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConnectionHandlerTest {

    private static final String HEADER = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private static EmbeddedChannel connection() {
        var channel =
                new EmbeddedChannel(
                        new ConnectionHandler(new OpenConnections(2, false), Map.of()),
                        new HttpRequestDecoder());
        channel.freezeTime();
        return channel;
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static void pass(EmbeddedChannel channel, long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void a_header_that_comes_a_byte_at_a_time_ends_the_connection() {
        var channel = connection();
        send(channel, "GET / HTTP/1.1\r\nX: ");
        for (int second = 0; second < 19; second++) {
            pass(channel, 1);
            send(channel, "a");
        }
        assertThat(channel.isOpen()).isTrue();
        pass(channel, 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void empty_lines_before_a_header_count_as_part_of_it() {
        var channel = connection();
        for (int second = 0; second < 19; second++) {
            send(channel, "\r\n");
            pass(channel, 1);
        }
        assertThat(channel.isOpen()).isTrue();
        pass(channel, 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_whole_header_stops_the_time_and_the_next_one_has_its_own() {
        var channel = connection();
        send(channel, HEADER.substring(0, 9));
        pass(channel, 15);
        send(channel, HEADER.substring(9));
        pass(channel, 100);
        assertThat(channel.isOpen()).as("an answer may take long").isTrue();
        send(channel, HEADER.substring(0, 9));
        pass(channel, 19);
        assertThat(channel.isOpen()).isTrue();
        pass(channel, 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_body_is_not_held_to_the_time_of_a_header() {
        var channel = connection();
        send(channel, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na");
        pass(channel, 25);
        send(channel, "b");
        pass(channel, 25);
        assertThat(channel.isOpen()).isTrue();
        send(channel, "c");
        send(channel, "G");
        pass(channel, 21);
        assertThat(channel.isOpen()).as("the next header does").isFalse();
    }

    @Test
    void an_address_holds_so_many_and_gets_a_place_back_when_one_closes() {
        var open = new OpenConnections(2, false);
        var first = from(open, "192.0.2.1");
        var second = from(open, "192.0.2.1");
        assertThat(from(open, "192.0.2.1").isOpen()).isFalse();
        assertThat(from(open, "192.0.2.2").isOpen()).isTrue();
        assertThat(second.isOpen()).isTrue();
        var _ = first.close();
        assertThat(from(open, "192.0.2.1").isOpen()).isTrue();
    }

    @Test
    void a_network_holds_as_many_as_four_addresses() {
        var open = new OpenConnections(1, false);
        for (int host = 1; host <= 4; host++) {
            assertThat(open.open(address("2001:db8:1:" + host + "::1"))).isTrue();
        }
        assertThat(open.open(address("2001:db8:1:5::1"))).isFalse();
        assertThat(open.open(address("2001:db8:2:5::1"))).isTrue();
    }

    @Test
    void a_proxy_on_this_machine_is_not_counted_and_without_one_this_machine_is() {
        var proxied = new OpenConnections(1, true);
        assertThat(proxied.open(address("127.0.0.1"))).isTrue();
        assertThat(proxied.open(address("127.0.0.1"))).isTrue();
        assertThat(proxied.open(address("192.0.2.1"))).isTrue();
        assertThat(proxied.open(address("192.0.2.1"))).isFalse();
        var direct = new OpenConnections(1, false);
        assertThat(direct.open(address("127.0.0.1"))).isTrue();
        assertThat(direct.open(address("127.0.0.1"))).isFalse();
    }

    private static SocketAddress address(String host) {
        return new InetSocketAddress(host, 4000);
    }

    private static EmbeddedChannel from(OpenConnections open, String host) {
        return new EmbeddedChannel(new ConnectionHandler(open, Map.of())) {
            @Override
            protected SocketAddress remoteAddress0() {
                return address(host);
            }
        };
    }
}
