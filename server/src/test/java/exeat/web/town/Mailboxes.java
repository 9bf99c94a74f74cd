package exeat.web.town;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** The mail server to which the office under test sends, with a mailbox for every address. */
public final class Mailboxes implements AutoCloseable {

    /** As the settings of the tests have it. */
    private static final int PORT = 12_525;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> subjects = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    public Mailboxes(String address) {
        var listener =
                new SimpleMessageListener() {
                    @Override
                    public boolean accept(String from, String recipient) {
                        return recipient.equals(address);
                    }

                    @Override
                    public void deliver(String from, String recipient, InputStream data)
                            throws IOException {
                        take(data);
                    }
                };
        server =
                SMTPServer.port(PORT)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .simpleMessageListener(listener)
                        .build();
        server.start();
    }

    private void take(InputStream data) throws IOException {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), data);
            subjects.add(mail.getSubject());
            texts.add(((String) mail.getContent()).replace("\r", "").strip());
        } catch (MessagingException broken) {
            throw new IOException(broken);
        }
    }

    /** What stands in the n-th message, from 1; waits for it. */
    public String text(int n) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (texts.size() < n && System.nanoTime() - end < 0) {
            Thread.sleep(100);
        }
        return texts.get(n - 1);
    }

    public List<String> subjects() {
        return List.copyOf(subjects);
    }

    @Override
    public void close() {
        server.stop();
    }
}
