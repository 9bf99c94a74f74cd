package exeat.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A way to the database that breaks when told: the real thing, with a switch for failure. */
public final class CuttingProxy implements AutoCloseable {

    /** Where a call is cut. */
    public enum When {
        /** The server never hears of it. */
        BEFORE,
        /** The server has done it; the answer is lost. */
        AFTER
    }

    private record Cut(String call, When when) {}

    private final ServerSocket server;
    private final int target;
    private final AtomicReference<Cut> next = new AtomicReference<>(new Cut("", When.BEFORE));
    public final AtomicInteger cuts = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean stalled;
    private volatile boolean down;

    /** Whether the way is gone from the next cut on, and no new one is found. */
    private volatile boolean forGood;

    public CuttingProxy(int target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The next call of this function breaks. */
    public void cut(String call, When when) {
        next.set(new Cut(call, when));
    }

    /** The next call of this function breaks, and there is no way to the database until then. */
    public void cutUntilUp(String call, When when) {
        forGood = true;
        cut(call, when);
    }

    /** The way is there again. */
    public void up() {
        forGood = false;
        down = false;
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var client = server.accept();
                if (down) {
                    client.close();
                    continue;
                }
                var upstream = new Socket(InetAddress.getLoopbackAddress(), target);
                var lost = new java.util.concurrent.atomic.AtomicBoolean();
                Thread.ofVirtual().start(() -> requests(client, upstream, lost));
                Thread.ofVirtual().start(() -> answers(client, upstream, lost));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void requests(
            Socket client, Socket upstream, java.util.concurrent.atomic.AtomicBoolean lost) {
        try (client;
                upstream) {
            var buffer = new byte[1 << 20];
            InputStream in = client.getInputStream();
            OutputStream out = upstream.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                var cut = next.get();
                var text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                if (!cut.call().isEmpty() && text.contains(cut.call())) {
                    next.set(new Cut("", When.BEFORE));
                    cuts.incrementAndGet();
                    down = forGood;
                    if (cut.when() == When.BEFORE) {
                        return;
                    }
                    lost.set(true);
                } else if (down) {
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException closed) {
            return;
        }
    }

    /** From now on each answer of the server takes so much longer. */
    public void slow(Duration each) {
        delay = each;
    }

    /** From now on nothing that the server says arrives, and no connection breaks. */
    public void stall(boolean silent) {
        stalled = silent;
    }

    private void linger() throws IOException {
        try {
            Thread.sleep(delay);
            while (stalled && !server.isClosed()) {
                Thread.sleep(20);
            }
        } catch (InterruptedException stopped) {
            throw new IOException("interrupted", stopped);
        }
    }

    private void answers(
            Socket client, Socket upstream, java.util.concurrent.atomic.AtomicBoolean lost) {
        try (client;
                upstream) {
            var buffer = new byte[1 << 16];
            var in = upstream.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                linger();
                if (lost.get()) {
                    return;
                }
                client.getOutputStream().write(buffer, 0, n);
                client.getOutputStream().flush();
            }
        } catch (IOException closed) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
