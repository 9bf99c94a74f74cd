package exeat.desk.notice;

import exeat.config.Config;
import exeat.config.NoticeSettings;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/**
 * Mail by SMTP. The connection is encrypted by STARTTLS or nothing is sent, except to a server on
 * this machine; the server's certificate must be of its name. Nothing in a message says which
 * machine or program sent it, and none asks whether it was read.
 */
final class MailCarrier implements NoticeCarrier {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    /** That there is no such mailbox, or that it takes nothing. */
    private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

    /**
     * The start of an enhanced status by which the sender may not send: the address is not at
     * fault.
     */
    private static final String POLICY = "5.7.";

    private final Session session;
    private final InternetAddress from;
    private final String domain;

    MailCarrier(Config config) {
        var sender = config.text(NoticeSettings.FROM);
        domain = sender.substring(sender.indexOf('@') + 1);
        try {
            from = new InternetAddress(sender, true);
            session = session(config);
        } catch (MessagingException | IOException | GeneralSecurityException broken) {
            throw new OfficeException(
                    Code.BAD_INPUT, "notices.from or notices.authorities cannot be used", broken);
        }
    }

    private Session session(Config config) throws IOException, GeneralSecurityException {
        var host = config.text(NoticeSettings.SERVER);
        var p = new Properties();
        p.put("mail.transport.protocol", "smtp");
        p.put("mail.smtp.host", host);
        p.put("mail.smtp.port", config.text(NoticeSettings.PORT));
        p.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        p.put("mail.smtp.timeout", ANSWER_MILLIS);
        p.put("mail.smtp.writetimeout", ANSWER_MILLIS);
        p.put("mail.smtp.starttls.enable", "true");
        p.put("mail.smtp.starttls.required", Boolean.toString(!isHere(host)));
        p.put("mail.smtp.ssl.checkserveridentity", "true");
        p.put("mail.smtp.localhost", domain);
        p.put("mail.smtp.quitwait", "false");
        var authorities = config.given(NoticeSettings.AUTHORITIES);
        if (authorities.isPresent()) {
            p.put("mail.smtp.ssl.socketFactory", trusting(config.path(NoticeSettings.AUTHORITIES)));
        }
        var user = config.given(NoticeSettings.USER);
        if (user.isEmpty()) {
            return Session.getInstance(p);
        }
        p.put("mail.smtp.auth", "true");
        var password = config.secret(NoticeSettings.PASSWORD).orElse("");
        return Session.getInstance(
                p,
                new jakarta.mail.Authenticator() {
                    @Override
                    protected jakarta.mail.PasswordAuthentication getPasswordAuthentication() {
                        return new jakarta.mail.PasswordAuthentication(user.get(), password);
                    }
                });
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException away) {
            return false;
        }
    }

    private static SSLSocketFactory trusting(Path file)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int n = 0;
            for (var one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority " + n, one);
                n++;
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    @Override
    public Outcome send(Message message) {
        try (var transport = session.getTransport()) {
            transport.connect();
            return handedOver(transport, message);
        } catch (MessagingException away) {
            return Outcome.AWAY;
        }
    }

    /** What goes wrong from here on is about this message alone. */
    private Outcome handedOver(Transport transport, Message message) {
        try {
            transport.sendMessage(mail(message), new Address[] {new InternetAddress(message.to())});
            return Outcome.TAKEN;
        } catch (MessagingException failed) {
            return outcome(failed);
        }
    }

    private MimeMessage mail(Message message) throws MessagingException {
        var mail = new Plain(session, "<" + message.id() + "@" + domain + ">");
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, new InternetAddress(message.to()));
        mail.setSubject(message.text().subject(), StandardCharsets.UTF_8.name());
        mail.setText(message.text().body(), StandardCharsets.UTF_8.name());
        mail.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(message.at().atOffset(ZoneOffset.UTC)));
        mail.setHeader("Content-Language", message.language());
        // No machine answers it, and no list of absences tells who did.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    /** A message whose id says nothing of this machine. */
    private static final class Plain extends MimeMessage {
        private final String id;

        Plain(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** The address is at fault only where the server says so of it. */
    private static Outcome outcome(MessagingException failed) {
        for (Exception one = failed;
                one != null;
                one = one instanceof MessagingException m ? m.getNextException() : null) {
            if (one instanceof SMTPAddressFailedException refused
                    && NO_MAILBOX.contains(refused.getReturnCode())
                    && !String.valueOf(refused.getMessage()).contains(POLICY)) {
                return Outcome.REFUSED;
            }
        }
        return Outcome.LATER;
    }
}
