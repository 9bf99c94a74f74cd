package exeat.desk.inspect;

import exeat.casework.command.Actor;
import exeat.casework.command.IssueClockCommand;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.IssueId;
import exeat.desk.auth.Authentication;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;
import exeat.rules.authority.AuthorityId;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Vault;
import exeat.store.rows.InspectionStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Blind second decisions: an officer of another unit decides drawn cases from the facts alone,
 * without knowing whose they are, what was decided, or by whom. No answer changes a case.
 */
public final class Redecisions {

    private static final int MIN_LENGTH = 10;
    private static final int ID = 32;

    /** So much of a question's id is said to people. */
    public static final int SHOWN = 8;

    private static final int PAGE = 100;

    private final SessionReader reading;
    private final InspectionStore store;
    private final Vault vault;
    private final Desk desk;
    private final Authentication doors;
    private final DirectiveRegister register;

    public static Redecisions of(
            Infrastructure in,
            SessionReader reading,
            DirectiveRegister register,
            Desk desk,
            Authentication doors) {
        var store = new InspectionStore(in.database(), reading.store());
        return new Redecisions(reading, store, in.vault(), desk, doors, register);
    }

    Redecisions(
            SessionReader reading,
            InspectionStore store,
            Vault vault,
            Desk desk,
            Authentication doors,
            DirectiveRegister register) {
        this.reading = reading;
        this.store = store;
        this.vault = vault;
        this.desk = desk;
        this.doors = doors;
        this.register = register;
    }

    static String about(String sample, Bytes ticket) {
        return "question " + sample + " " + ticket.hex();
    }

    /**
     * A question.
     *
     * @param id 32 hexadecimal digits; neither the sample's nor the ticket's, so that no officer
     *     finds the case in the log, or the auditor's page, by it
     * @param facts each as {@code name: value}
     */
    public record Question(String id, List<String> facts) {
        public Question {
            facts = List.copyOf(facts);
        }
    }

    /** What officers know a question by. */
    String question(String sample, Bytes ticket) {
        return vault.keyed("question of a sample", about(sample, ticket)).hex().substring(0, ID);
    }

    /** What waits for the unit of this officer. */
    public List<Question> questions(Session session) {
        officer(session);
        return StoreCalls.get(() -> store.questions(reading.eyes(session))).stream()
                .map(row ->
                        new Question(
                                question(row.sample(), row.ticket()),
                                vault.openText(about(row.sample(), row.ticket()), row.facts())
                                        .lines()
                                        .toList()))
                .toList();
    }

    private static Actor.Officer officer(Session session) {
        if (session.actor() instanceof Actor.Officer officer) {
            return officer;
        }
        throw new OfficeException(Code.NOT_ALLOWED, "only officers may do this");
    }

    /** What became of an answer. */
    public enum Answered {
        TAKEN,
        /** A word on why. */
        NO_WORDS,
        /** An officer who has not read the directive decides nothing under it. */
        NOT_BRIEFED,
        /** Not this unit's, answered before, or of a case in which the officer acted. */
        NOT_THERE
    }

    /** Takes an answer. */
    public Answered answer(Session session, String question, boolean approve, String words) {
        var answered = take(session, question, approve, words);
        if (answered == Answered.TAKEN) {
            raise();
        }
        return answered;
    }

    /** The answer alone: what a crash right after it leaves. */
    Answered take(Session session, String question, boolean approve, String words) {
        var officer = officer(session);
        var said = words.strip();
        if (said.length() < MIN_LENGTH) {
            return Answered.NO_WORDS;
        }
        var eyes = reading.eyes(session);
        var waiting =
                StoreCalls.get(() -> store.questions(eyes)).stream()
                        .filter(q -> question(q.sample(), q.ticket()).equals(question))
                        .findFirst();
        if (waiting.isEmpty()) {
            return Answered.NOT_THERE;
        }
        if (!officer.briefed()) {
            return Answered.NOT_BRIEFED;
        }
        var sealed = vault.sealText(about(waiting.get().sample(), waiting.get().ticket()), said);
        var hash = Bytes.utf8(said).sha256();
        var answer = approve ? "APPROVE" : "NOT";
        var came = StoreCalls.get(() -> store.answer(eyes, waiting.get(), answer, sealed, hash));
        return came.equals("no") ? Answered.NOT_THERE : Answered.TAKEN;
    }

    /**
     * Raises an issue for each disagreement that has none, from the unit that disagreed. It goes up
     * by deadlines like any other, and identifies nobody. The database knows which are missing, so
     * that after a crash the next tick of the clock finds them.
     *
     * @return how many were raised
     */
    public int raise() {
        var missing = StoreCalls.get(() -> store.disagreements(PAGE));
        if (missing.isEmpty()) {
            return 0;
        }
        int raised = 0;
        var clock = doors.clockSession();
        try {
            for (var one : missing) {
                raised += issue(one).filter(issue -> isRaised(clock, issue)).isPresent() ? 1 : 0;
            }
        } finally {
            doors.signOut(clock);
        }
        return raised;
    }

    private boolean isRaised(Session clock, IssueClockCommand.RaiseDisagreement issue) {
        var key = "redecision " + issue.stream().key();
        return desk.handle(clock, key, issue) instanceof Reply.Done;
    }

    /** Nothing where no directive is in force for that unit any more. */
    private Optional<IssueClockCommand.RaiseDisagreement> issue(InspectionStore.Disagreement one) {
        var unit = new AuthorityId(one.unit());
        var ticket = one.ticket().hex();
        return register.directive(one.directive())
                .map(directive ->
                        new IssueClockCommand.RaiseDisagreement(
                                id(one.sample(), ticket),
                                directive.ref(),
                                directive.record().paragraphs().getFirst().number(),
                                "A blind second decision differed: question "
                                        + question(one.sample(), one.ticket()).substring(0, SHOWN)
                                        + ". It changed no case; the auditor has the details.",
                                unit,
                                new OfficerId(one.account())));
    }

    /** The database works out the same one. */
    static IssueId id(String sample, String ticket) {
        var name = "redecision " + sample + " " + ticket;
        return new IssueId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
