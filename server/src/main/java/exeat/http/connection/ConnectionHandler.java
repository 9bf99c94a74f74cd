package exeat.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection, from its acceptance on. It is closed at once if its address holds too many, and
 * later if a request's header is not complete in time, however often a byte of it comes.
 *
 * <p>The time begins with the first byte of a header. A connection on which nothing comes has the
 * server's idle timeout, and a body has the limits of {@code RequestGuard}.
 */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {

    /** The time for a whole header; a browser sends it in one piece. */
    static final Duration HEADER = Duration.ofSeconds(20);

    private final OpenConnections connections;
    private final Map<String, String> headers;

    // All of it belongs to the connection's event loop.
    private @Nullable SocketAddress from;
    private boolean counted;
    private boolean decoded;
    private boolean inRequest;
    private @Nullable ScheduledFuture<?> deadline;

    /**
     * Creates the handler of a connection that was just accepted.
     *
     * @param headers the headers of every answer
     */
    ConnectionHandler(OpenConnections connections, Map<String, String> headers) {
        this.connections = connections;
        this.headers = headers;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        from = context.channel().remoteAddress();
        counted = connections.open(from);
        if (!counted) {
            close(context);
        }
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.close();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stopWaiting();
        if (counted) {
            counted = false;
            connections.closed(from);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopWaiting();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!decoded) {
            decoded = followDecoder(context);
        }
        if (decoded && !inRequest && deadline == null) {
            deadline =
                    context.executor()
                            .schedule(
                                    () -> close(context), HEADER.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(bytes);
    }

    private void stopWaiting() {
        var waiting = deadline;
        deadline = null;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    /** Listens to what the decoder makes of the bytes, and to what is answered. */
    private boolean followDecoder(ChannelHandlerContext context) {
        var decoder = context.pipeline().context(HttpRequestDecoder.class);
        if (decoder == null) {
            return false;
        }
        context.pipeline().addAfter(decoder.name(), null, new Decoded());
        var encoder = context.pipeline().context(HttpResponseEncoder.class);
        if (encoder != null) {
            context.pipeline().addAfter(encoder.name(), null, new BareAnswers(headers));
        }
        return true;
    }

    /** Sees the parts of each request: its header first, then its body. */
    private final class Decoded extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpRequest) {
                inRequest = true;
                stopWaiting();
            }
            if (part instanceof LastHttpContent) {
                inRequest = false;
            }
            context.fireChannelRead(part);
        }
    }
}
