package exeat.desk.inspect;

import java.util.Locale;

/**
 * Who or what an auditor is told of: by a replacement name, or by their own where the case is shown
 * by name.
 *
 * @param word the letters of a replacement name, or the own name; empty for who needs none
 */
public record AuditName(Kind kind, String word) implements Comparable<AuditName> {

    /** What is named. */
    public enum Kind {
        FILE,
        PERSON,
        OFFICER,
        /** Whoever filed the application without signing in. */
        STRANGER,
        CLOCK,
        SOMEBODY,
        /** By its own name. */
        OWN
    }

    static AuditName own(String name) {
        return new AuditName(Kind.OWN, name);
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
            case STRANGER -> "Whoever filed it";
            case CLOCK -> "The clock";
            case SOMEBODY -> "Somebody";
            case OWN -> word;
        };
    }

    @Override
    public int compareTo(AuditName other) {
        return toString().compareTo(other.toString());
    }
}
