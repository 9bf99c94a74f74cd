package exeat.store.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;

/** One question and one answer over a Unix socket; the operating system says who answered. */
public final class SignerSocket {

    /** What asks a signer for its published key. */
    public static final String KEY = "key\n";

    private static final int MAX = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Ends what takes too long: a blocking channel has no time limit of its own. */
    private static final ScheduledExecutorService LIMITS =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("signer limits").factory());

    private final Path path;

    SignerSocket(Path path) {
        this.path = path;
    }

    /**
     * An answer.
     *
     * @param user the name of the user under which the answering process listens
     */
    record Answered(String text, String user) {}

    /**
     * Asks.
     *
     * @throws IOException when nobody answers within ten seconds
     */
    Answered ask(String question) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            var limit =
                    LIMITS.schedule(
                            () -> closeQuietly(channel), LIMIT.toSeconds(), TimeUnit.SECONDS);
            try {
                write(channel, question);
                channel.shutdownOutput();
                return new Answered(read(channel), user(channel));
            } finally {
                limit.cancel(false);
            }
        }
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException closed) {
            // It is as good as closed.
        }
    }

    /** The name of the user at the other end, as the operating system has it. */
    public static String user(SocketChannel channel) throws IOException {
        return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    }

    /** Writes the whole text in UTF-8. */
    public static void write(SocketChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Everything that the other end writes before it stops.
     *
     * @throws IOException also when it is more than a request or an answer can be
     */
    public static String read(SocketChannel channel) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(8192);
        while (channel.read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
            if (all.size() > MAX) {
                throw new IOException("more than " + MAX + " bytes");
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
