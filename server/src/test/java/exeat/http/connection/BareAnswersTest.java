package exeat.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.http.SecurityHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BareAnswersTest {

    private static final HttpVersion HTTP = HttpVersion.HTTP_1_1;

    /** A server that answers each request with this. */
    private static EmbeddedChannel connection(HttpResponse answer) {
        var headers = SecurityHeaders.of(true, false);
        return new EmbeddedChannel(
                new ConnectionHandler(new OpenConnections(2, false), headers),
                new HttpRequestDecoder(),
                new HttpResponseEncoder(),
                new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext context, Object part) {
                        if (part instanceof HttpRequest) {
                            var _ = context.writeAndFlush(answer);
                        }
                        ReferenceCountUtil.release(part);
                    }
                });
    }

    private static HttpResponse bare(int status) {
        var answer = new DefaultFullHttpResponse(HTTP, HttpResponseStatus.valueOf(status));
        answer.headers().set("Content-Length", "0").set("Connection", "close");
        return answer;
    }

    private static String said(HttpResponse answer, String request) {
        var channel = connection(answer);
        channel.writeInbound(Unpooled.copiedBuffer(request, StandardCharsets.ISO_8859_1));
        var said = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound();
                bytes != null;
                bytes = channel.readOutbound()) {
            said.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.release();
        }
        channel.finishAndReleaseAll();
        return said.toString();
    }

    @Test
    void a_bare_failure_gets_our_headers_and_says_what_is_wrong() {
        for (var request :
                List.of(
                        "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                        "GET / KLINGON\r\n\r\n", "\u0016\u0003\u0001klingon\r\n\r\n")) {
            var said = said(bare(400), request);
            var text = said.substring(said.indexOf("\r\n\r\n") + 4);
            assertThat(said).as(request).startsWith("HTTP/1.1 400 Bad Request\r\n");
            assertThat(said.lines())
                    .as(request)
                    .contains(
                            "X-Content-Type-Options: nosniff",
                            "Cache-Control: no-store",
                            "Strict-Transport-Security: max-age=31536000; includeSubDomains",
                            "Connection: close",
                            "content-type: application/problem+json",
                            "content-length: " + text.length());
            assertThat(said).contains("Content-Security-Policy: default-src 'none'");
            assertThat(text)
                    .contains("\"status\":400", "The request cannot be read.")
                    .doesNotContain("klingon", "%zz");
        }
    }

    @Test
    void what_is_too_long_is_named() {
        var request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        assertThat(said(bare(414), request)).contains("The address is too long.");
        assertThat(said(bare(431), request)).contains("The headers are too large.");
    }

    @Test
    void an_answer_to_head_has_our_headers_and_no_body() {
        assertThat(said(bare(400), "HEAD /%zz HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains("X-Frame-Options: DENY", "Content-Length: 0")
                .endsWith("\r\n\r\n");
    }

    /** Its body follows, of which nothing is known here. */
    @Test
    void a_failure_with_a_body_of_its_own_keeps_it() {
        HttpObject begun = new DefaultHttpResponse(HTTP, HttpResponseStatus.BAD_GATEWAY);
        ((HttpResponse) begun).headers().set("Content-Length", "3");
        assertThat(said((HttpResponse) begun, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains("X-Frame-Options: DENY", "Content-Length: 3")
                .doesNotContain("problem");
    }

    @Test
    void what_we_answer_ourselves_is_as_it_was() {
        var ours = bare(404);
        ours.headers().set("Content-Security-Policy", "ours").set("Cache-Control", "private");
        assertThat(said(ours, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains("Content-Security-Policy: ours", "Cache-Control: private")
                .doesNotContain("X-Frame-Options", "problem");
        assertThat(said(bare(200), "GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
                .doesNotContain("X-Frame-Options");
    }
}
