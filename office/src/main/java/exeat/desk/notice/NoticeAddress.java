package exeat.desk.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody is told, as it is sealed.
 *
 * @param language of the messages, as ISO 639 has it
 * @param code what was sent there, until it is confirmed
 */
record NoticeAddress(String address, String language, Optional<String> code) {

    /** As a mail server takes it without an extension; quoted local parts are not taken. */
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");

    private static final Pattern DOMAIN =
            Pattern.compile(
                    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
                            + "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final int MAX_LENGTH = 254;

    /** An address of the internet's mail as somebody typed it; empty if it cannot be one. */
    static Optional<String> read(String typed) {
        var text = typed.strip();
        int at = text.lastIndexOf('@');
        if (at < 1
                || text.length() > MAX_LENGTH
                || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return domain(text.substring(at + 1))
                .map(domain -> text.substring(0, at) + "@" + domain)
                .filter(address -> address.length() <= MAX_LENGTH && isSendable(address));
    }

    private static boolean isSendable(String address) {
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException broken) {
            return false;
        }
    }

    private static Optional<String> domain(String typed) {
        try {
            return Optional.of(IDN.toASCII(typed).toLowerCase(Locale.ROOT))
                    .filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    NoticeAddress confirmed() {
        return new NoticeAddress(address, language, Optional.empty());
    }

    /**
     * Enough for its owner to know it again, and for nobody else to tell whose it is: a domain can
     * say that somebody asked for help.
     */
    String masked() {
        int at = address.indexOf('@');
        return address.charAt(0) + "…@" + address.charAt(at + 1) + "…";
    }

    /** What it is sealed for, so that it opens nowhere else. */
    static String about(String stream, int traveller) {
        return "notice address of " + stream + " " + traveller;
    }

    String text() {
        return language + "\n" + code.orElse("") + "\n" + address;
    }

    static NoticeAddress of(String text) {
        var parts = text.split("\n", 3);
        return new NoticeAddress(
                parts[2], parts[0], Optional.of(parts[1]).filter(code -> !code.isEmpty()));
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "NoticeAddress[]";
    }
}
