package exeat.rules.authority;

import java.util.Arrays;
import java.util.Optional;

/** What a unit does in the life of an application. A pack gives each of its functions some. */
public enum Role {
    /** Takes applications, decides what the rules refer, and issues the paper. */
    HOLDS_FILES("holds files"),
    /** Makes sure that somebody is who they say. */
    ESTABLISHES_IDENTITY("establishes identity"),
    /** Answers a clearance that the rules name. */
    CLEARS("clears"),
    /** Records its part of a crossing, at a border post. */
    RECORDS_A_CROSSING("records a crossing"),
    /** Decides appeals, outside the line of those who decided. */
    REVIEWS_APPEALS("reviews appeals"),
    /** Stands for an area: units and areas are below it, and their work is in its sight. */
    SUPERVISES("supervises"),
    /** Hears those who claim protection. */
    PROTECTS("protects");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The role that a pack writes with this word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
