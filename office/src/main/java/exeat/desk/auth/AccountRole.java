package exeat.desk.auth;

import java.util.Locale;

/** What an account is for. */
public enum AccountRole {
    /** Works on cases, as far as the unit's function and place allow. */
    OFFICER,
    /** Signs rules for the issuer, and sees no case. */
    LAWYER,
    /** Reads cases with replacement names, and changes nothing. */
    AUDITOR,
    /** Keeps accounts together with another administrator, and sees no case. */
    ADMINISTRATOR;

    /** As it is stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one that is stored.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static AccountRole of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static AccountRole of(boolean lawyer, boolean auditor, boolean administrator) {
        if (administrator) {
            return ADMINISTRATOR;
        }
        return auditor ? AUDITOR : lawyer ? LAWYER : OFFICER;
    }

    /**
     * Whether such an account is of the unit at the top, which issues a directive, and of no other:
     * lawyers and auditors act for the issuer, and an administrator keeps the accounts of the whole
     * office, so a unit below would only seem to limit them to it.
     */
    boolean isOfTheIssuer() {
        return this != OFFICER;
    }
}
