package exeat.desk.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine, with a mailbox for every address that it does not refuse. */
final class Mailbox implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    /** What arrived, the first first. */
    final List<Mail> mails = Collections.synchronizedList(new ArrayList<>());

    /** What is said to an address in place of taking it: a code and words. */
    final Map<String, RejectException> refused = new HashMap<>();

    final SMTPServer server;

    /** A message as it lies in a mailbox. */
    record Mail(String from, String to, MimeMessage message) {
        String text() {
            try {
                return ((String) message.getContent()).replace("\r", "");
            } catch (MessagingException | IOException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    /** Without encryption. */
    static Mailbox plain() {
        return new Mailbox(
                SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()), box -> box);
    }

    /** On every address of this machine, and without encryption. */
    static Mailbox plainElsewhere() {
        return new Mailbox(SMTPServer.port(0), box -> box);
    }

    /**
     * With STARTTLS, which it insists on.
     *
     * @param folder where its certificate is left, in {@code mail.pem}
     */
    static Mailbox encrypted(Path folder) throws Exception {
        var context = certified(folder);
        return new Mailbox(
                SMTPServer.port(0),
                builder -> builder.enableTLS().requireTLS().startTlsSocketFactory(context));
    }

    private Mailbox(
            SMTPServer.Builder builder, java.util.function.UnaryOperator<SMTPServer.Builder> more) {
        server = more.apply(builder.messageHandlerFactory(this::handler)).build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** Makes a certificate of localhost that nobody else signed. */
    private static SSLContext certified(Path folder) throws Exception {
        var store = folder.resolve("mail.p12");
        var made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-alias",
                                "a",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var der = Base64.getMimeEncoder().encodeToString(keys.getCertificate("a").getEncoded());
        Files.writeString(
                folder.resolve("mail.pem"),
                "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n");
        return context(keys);
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    private MessageHandler handler(MessageContext context) {
        return new MessageHandler() {
            private String sender = "";
            private final List<String> to = new ArrayList<>();

            @Override
            public void from(String from) {
                sender = from;
            }

            @Override
            public void recipient(String recipient) throws RejectException {
                var refusal = refused.get(recipient);
                if (refusal != null) {
                    throw refusal;
                }
                to.add(recipient);
            }

            @Override
            public String data(InputStream data) throws IOException {
                try {
                    var mail = new MimeMessage(Session.getInstance(new Properties()), data);
                    to.forEach(one -> mails.add(new Mail(sender, one, mail)));
                    return "taken";
                } catch (MessagingException broken) {
                    throw new IOException(broken);
                }
            }

            @Override
            public void done() {}
        };
    }

    @Override
    public void close() {
        server.stop();
    }
}
