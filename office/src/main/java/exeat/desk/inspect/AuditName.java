package exeat.desk.inspect;

import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import java.util.Locale;

/**
 * Who or what an auditor is told of: by a replacement name, or by their own where the case is shown
 * by name.
 *
 * @param word the letters of a replacement name, or the own name, number or id; empty for who needs
 *     none
 */
public record AuditName(Kind kind, String word) implements Comparable<AuditName> {

    /** What is named. */
    public enum Kind {
        FILE,
        PERSON,
        OFFICER,
        /** A person who filed the application without signing in. */
        STRANGER,
        CLOCK,
        SOMEBODY,
        /** By its own name. */
        OWN,
        /** A person by their number in the application: 0 for a principal who does not travel. */
        OWN_PERSON,
        /** An officer by their id. */
        OWN_OFFICER
    }

    static AuditName own(String name) {
        return new AuditName(Kind.OWN, name);
    }

    static AuditName own(OfficerId officer) {
        return new AuditName(Kind.OWN_OFFICER, officer.text());
    }

    static AuditName own(TravellerNo no) {
        return new AuditName(Kind.OWN_PERSON, no.toString());
    }

    /** Whether it is no replacement. */
    public boolean isOwn() {
        return kind == Kind.OWN || kind == Kind.OWN_PERSON || kind == Kind.OWN_OFFICER;
    }

    static AuditName of(Kind kind) {
        return new AuditName(kind, "");
    }

    /** In English, as the file for programs has it. */
    @Override
    public String toString() {
        return switch (kind) {
            case FILE, PERSON, OFFICER ->
                    kind.name().charAt(0)
                            + kind.name().substring(1).toLowerCase(Locale.ROOT)
                            + " "
                            + word;
            case STRANGER -> "The person who filed it";
            case CLOCK -> "The clock";
            case SOMEBODY -> "Somebody";
            case OWN, OWN_PERSON, OWN_OFFICER -> word;
        };
    }

    @Override
    public int compareTo(AuditName other) {
        return toString().compareTo(other.toString());
    }
}
