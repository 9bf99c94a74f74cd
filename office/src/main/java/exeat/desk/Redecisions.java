package exeat.desk;

import exeat.casework.Actor;
import exeat.casework.Command;
import exeat.casework.StreamId.IssueId;
import exeat.store.Bytes;
import exeat.store.InspectionStore;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.Vault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Drawn cases before a second officer of another unit, who decides from the facts alone: not told
 * whose they are, what was decided, or by whom. No answer changes a case.
 */
public final class Redecisions {

    private static final int LEAST_WORDS = 10;

    /** So often a full queue is waited for. */
    private static final int MOST_TRIES = 30;

    private final Reading reading;
    private final InspectionStore store;
    private final Vault vault;
    private final Desk desk;
    private final Register register;

    Redecisions(Reading reading, InspectionStore store, Vault vault, Desk desk, Register register) {
        this.reading = reading;
        this.store = store;
        this.vault = vault;
        this.desk = desk;
        this.register = register;
    }

    static String about(String sample, Bytes ticket) {
        return "question " + sample + " " + ticket.hex();
    }

    /**
     * A question.
     *
     * @param facts each as {@code name: value}
     */
    public record Question(String sample, String ticket, List<String> facts) {}

    /** What waits for the unit of this officer. */
    public List<Question> questions(Session session) {
        officer(session);
        return Calls.get(() -> store.questions(reading.eyes(session))).stream()
                .map(row ->
                        new Question(
                                row.sample(),
                                row.ticket().hex(),
                                vault.openText(about(row.sample(), row.ticket()), row.facts())
                                        .lines()
                                        .toList()))
                .toList();
    }

    private static Actor.Officer officer(Session session) {
        if (session.actor() instanceof Actor.Officer officer) {
            return officer;
        }
        throw new OfficeException(Code.NOT_ALLOWED, "this is for officers");
    }

    /** What became of an answer. */
    public enum Answered {
        TAKEN,
        /** A word on why. */
        NO_WORDS,
        /** Whoever has not read the directive decides nothing under it. */
        NOT_BRIEFED,
        /** Not this unit's, answered before, or of a case in which the officer acted. */
        NOT_THERE
    }

    /** Takes an answer. */
    public Answered answer(
            Session session, String sample, String ticket, boolean approve, String words) {
        var officer = officer(session);
        var said = words.strip();
        if (said.length() < LEAST_WORDS) {
            return Answered.NO_WORDS;
        }
        var eyes = reading.eyes(session);
        var waiting =
                Calls.get(() -> store.questions(eyes)).stream()
                        .filter(q -> q.sample().equals(sample) && q.ticket().hex().equals(ticket))
                        .findFirst();
        if (waiting.isEmpty()) {
            return Answered.NOT_THERE;
        }
        if (!officer.briefed()) {
            return Answered.NOT_BRIEFED;
        }
        var sealed = vault.sealText(about(sample, waiting.get().ticket()), said);
        var hash = Bytes.utf8(said).sha256();
        var answer = approve ? "APPROVE" : "NOT";
        var came = Calls.get(() -> store.answer(eyes, waiting.get(), answer, sealed, hash));
        if (came.equals("differs")) {
            raise(session, officer, sample, ticket);
        }
        return came.equals("no") ? Answered.NOT_THERE : Answered.TAKEN;
    }

    /**
     * A disagreement becomes an issue of the unit that disagreed: it goes up with a clock as any
     * other, and says nothing of anybody.
     */
    private void raise(Session session, Actor.Officer officer, String sample, String ticket) {
        register.covering(officer.unit())
                .flatMap(directive -> directive.record().paragraphs().stream().findFirst())
                .map(paragraph -> issue(sample, ticket, paragraph.number()))
                .ifPresent(
                        issue -> patiently(session, "redecision " + sample + " " + ticket, issue));
    }

    /** The answer stands by now, so a full queue is waited for. */
    private void patiently(Session session, String key, Command.RaiseIssue issue) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (!(desk.handle(session, key, issue) instanceof Reply.Busy(var wait))) {
                return;
            }
            LockSupport.parkNanos(wait.toNanos());
        }
    }

    private static Command.RaiseIssue issue(String sample, String ticket, String paragraph) {
        var name = "redecision " + sample + " " + ticket;
        return new Command.RaiseIssue(
                new IssueId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                paragraph,
                "A blind second decision came out otherwise. Sample "
                        + sample
                        + ", ticket "
                        + ticket.substring(0, 16)
                        + ". No case was changed by it: the auditor has the file.");
    }
}
