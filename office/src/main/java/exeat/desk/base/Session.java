package exeat.desk.base;

import exeat.casework.command.Actor;
import java.time.Instant;

/**
 * The session of the person or program that acts.
 *
 * @param token secret: never logged; the database has only its SHA-256
 * @param displayName an officer's name; empty for everybody else
 * @param directive the id of the directive under which an officer or auditor acts, by a mandate of
 *     theirs, or of a traveller's case; empty for everybody else
 */
public record Session(
        String token, Actor actor, String displayName, Instant expires, String directive) {

    /** A session of somebody who acts under no directive yet. */
    public Session(String token, Actor actor, String displayName, Instant expires) {
        this(token, actor, displayName, expires, "");
    }

    /** Without the token and the name. */
    @Override
    public String toString() {
        return "Session[" + actor.getClass().getSimpleName() + " until " + expires + "]";
    }
}
