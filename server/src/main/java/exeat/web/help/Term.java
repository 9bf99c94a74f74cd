package exeat.web.help;

import java.util.Locale;

/** A word of the trade that people meet on pages, with a short meaning in each language. */
public enum Term {
    APPEAL,
    AUTHORISATION,
    CHECKPOINT,
    CLEARANCE,
    COMMITMENT,
    CONFIRMATION,
    DIRECTIVE,
    FINDING,
    HOLD,
    LOG,
    PARAGRAPH,
    PROTECTED_FACT,
    RECEIPT,
    REFERRED,
    REVOKED,
    ROUTE,
    SAFEGUARD,
    SECOND_OFFICER,
    SECRET,
    SET_ASIDE,
    SUSPENDED,
    WITNESS;

    /** The key of the word in each language. */
    String key() {
        return "term." + name();
    }

    /** The key of its meaning in each language. */
    String meaningKey() {
        return key() + ".what";
    }

    /** Its id on the page of all words. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
