package exeat.desk.keeper;

import exeat.ledger.witness.HeadSigner;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.database.DataFolder;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import exeat.store.ledger.CheckpointFile;
import exeat.store.ledger.SignerSocket;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Holds the key of a log behind a Unix socket, and signs only what was added to since. It answers
 * one user alone, and the operating system says who asks; so the socket itself may be open to all.
 */
public final class SignerServer implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final long LIMIT_SECONDS = 10;

    private final DataFolder lock;
    private final HeadSigner signer;
    private final String user;
    private final Path path;
    private final ServerSocketChannel server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);

    private SignerServer(
            DataFolder lock,
            HeadSigner signer,
            String user,
            Path path,
            ServerSocketChannel server) {
        this.lock = lock;
        this.signer = signer;
        this.user = user;
        this.path = path;
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param folder of its own: the key in {@code keys/ledger}, which is made if it is not there,
     *     and in {@code ledger/checkpoint} what it signed last
     * @param path of the socket, in a folder that only the signer's user may write in
     * @param user the name of the office's user
     * @throws OfficeException {@link Code#BAD_INPUT} when it cannot listen there, {@link
     *     Code#DATA_IN_USE} when another signer has the folder
     */
    public static SignerServer start(Path folder, Path path, String user) {
        var lock = KeeperFolder.take(folder);
        try {
            var signer = new HeadSigner(LedgerKey.of(Keys.in(folder)), new CheckpointFile(folder));
            // Of a signer that was killed: the lock says that none is alive on this folder.
            Files.deleteIfExists(path);
            var made = new SignerServer(lock, signer, user, path, bound(path));
            made.threads.execute(made::listen);
            return made;
        } catch (IOException taken) {
            lock.close();
            throw new OfficeException(Code.BAD_INPUT, "the signer cannot listen on " + path, taken);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** A socket that all may write to; none is left open if there cannot be one. */
    private static ServerSocketChannel bound(Path path) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
            return server;
        } catch (IOException | RuntimeException failed) {
            try (server) {
                throw failed;
            }
        }
    }

    /** The log's published key, in one line. */
    public String verifierKey() {
        return signer.verifierKey();
    }

    private void listen() {
        while (server.isOpen()) {
            try {
                var channel = server.accept();
                if (places.tryAcquire()) {
                    threads.execute(() -> serve(channel));
                } else {
                    channel.close();
                }
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException failed) {
                // The client has gone; the next one is served.
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel;
                var limits =
                        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory())) {
            var limit = limits.schedule(() -> end(channel), LIMIT_SECONDS, TimeUnit.SECONDS);
            if (SignerSocket.user(channel).equals(user)) {
                SignerSocket.write(channel, answer(SignerSocket.read(channel)));
            }
            limit.cancel(false);
        } catch (IOException gone) {
            // The client asks again.
        } finally {
            places.release();
        }
    }

    private static void end(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException closed) {
            // It is as good as closed.
        }
    }

    private String answer(String question) {
        return question.equals(SignerSocket.KEY)
                ? verifierKey() + "\n"
                : signer.sign(question).text();
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException left) {
            // The next start removes what is left.
        }
        threads.close();
        lock.close();
    }
}
