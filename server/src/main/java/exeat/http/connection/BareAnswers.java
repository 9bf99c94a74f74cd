package exeat.http.connection;

import exeat.http.Problem;
import exeat.http.ProblemCode;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Gives our headers and a body to failures that the framework answers itself: what cannot be read
 * as a request never reaches a route, and neither does an address that is no URI. Such an answer
 * has none of our headers.
 */
final class BareAnswers extends ChannelDuplexHandler {

    /** A header of every answer of ours. */
    private static final String OURS = "Content-Security-Policy";

    private static final int FIRST_ERROR = 400;

    private final Map<String, String> headers;

    /** Whether an answer may have no body. Belongs to the connection's event loop. */
    private boolean head;

    BareAnswers(Map<String, String> headers) {
        this.headers = headers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
        if (part instanceof HttpRequest request) {
            head = request.method().equals(HttpMethod.HEAD);
        }
        context.fireChannelRead(part);
    }

    @Override
    public void write(ChannelHandlerContext context, Object part, ChannelPromise promise) {
        var _ = context.write(isBare(part) ? ours((HttpResponse) part) : part, promise);
    }

    private static boolean isBare(Object part) {
        return part instanceof HttpResponse answer
                && answer.status().code() >= FIRST_ERROR
                && !answer.headers().contains(OURS);
    }

    private HttpResponse ours(HttpResponse bare) {
        headers.forEach((name, value) -> bare.headers().set(name, value));
        if (head || !(bare instanceof FullHttpResponse full) || full.content().isReadable()) {
            return bare;
        }
        var text = text(full.status().code()).getBytes(StandardCharsets.UTF_8);
        var told =
                new DefaultFullHttpResponse(
                        full.protocolVersion(), full.status(), Unpooled.wrappedBuffer(text));
        told.headers().set(full.headers()).set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        HttpUtil.setContentLength(told, text.length);
        ReferenceCountUtil.release(bare);
        return told;
    }

    /** Who cannot be read cannot be told in their language either. */
    private static String text(int status) {
        var what =
                switch (status) {
                    case 414 -> "The address is too long.";
                    case 431 -> "The headers are too large.";
                    default -> "The request cannot be read.";
                };
        return Problem.of(status, ProblemCode.BAD_REQUEST.name(), what).json();
    }
}
