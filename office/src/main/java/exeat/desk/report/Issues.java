package exeat.desk.report;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.Rejection;
import exeat.casework.event.ClarificationEvent;
import exeat.casework.state.IssueState;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.StreamId.IssueId;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.cases.CaseReader;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.key.Vault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** Issues about paragraphs, by officers and travellers, and the issuer's answers. */
public final class Issues {

    /** How many of a traveller's issues may be open at a time, so that a county is not flooded. */
    static final int MAX_OPEN = 5;

    /** One at a time here, so that those who wait hold no connection to the database. */
    private final ReentrantLock raising = new ReentrantLock();

    private final Desk desk;
    private final Vault vault;
    private final SessionReader reading;
    private final DirectiveRegister register;
    private final CaseReader cases;

    public Issues(
            Desk desk,
            SessionReader reading,
            DirectiveRegister register,
            CaseReader cases,
            Vault vault) {
        this.desk = desk;
        this.vault = vault;
        this.reading = reading;
        this.register = register;
        this.cases = cases;
    }

    /** The open and answered issues that this unit raised, has, or had. */
    public List<IssueState> of(Session session, AuthorityId unit) {
        return reading.issues(session).stream()
                .filter(issue ->
                        issue.raisedBy().equals(unit)
                                || issue.holder().equals(unit)
                                || isFollowed(issue, unit))
                .toList();
    }

    /** Whether the unit that has the issue has closed, and this one has what it had. */
    private boolean isFollowed(IssueState issue, AuthorityId unit) {
        var tree = register.tree(register.directive(issue.directive()));
        return tree.isClosed(issue.holder()) && tree.current(issue.holder()).id().equals(unit);
    }

    /** A traveller's own, and nobody else's. */
    public List<IssueState> own(Session session) {
        return session.actor() instanceof Actor.Party ? reading.issues(session) : List.of();
    }

    /**
     * The id of what somebody raises with a key: the same form or request sent twice is about the
     * same issue, and nobody else's key is about it.
     */
    public IssueId idOf(Session session, String key) {
        var seed =
                switch (session.actor()) {
                    case Actor.Officer officer -> "issue " + officer.id() + " " + key;
                    case Actor.Party party ->
                            "own issue " + party.caseId().key() + " " + party.no() + " " + key;
                    case Actor.Auditor _, Actor.Administrator _, Actor.Stranger _, Actor.Clock _ ->
                            throw new OfficeException(
                                    OfficeException.Code.NOT_ALLOWED, "who raises no issues");
                };
        // Under a key of the office: the id is shown to many, and who raised it to nobody.
        return new IssueId(UUID.nameUUIDFromBytes(vault.keyed("issue", seed).array()));
    }

    /** A traveller raises an issue about the directive under which their file is. */
    public Reply raise(Session session, String key, IssueId id, String paragraph, String text) {
        if (!(session.actor() instanceof Actor.Party party)) {
            return new Reply.Rejected(new Rejection(Rejection.Code.NOT_ALLOWED, "actor"));
        }
        var who = "own issues of " + party.caseId().key() + " " + party.no();
        raising.lock();
        try {
            return StoreCalls.get(() ->
                    reading.store()
                            .alone(who, () -> raise(session, party, key, id, paragraph, text)));
        } finally {
            raising.unlock();
        }
    }

    /** Serialised: otherwise two at once would each be counted before the other exists. */
    private Reply raise(
            Session session,
            Actor.Party party,
            String key,
            IssueId id,
            String paragraph,
            String text) {
        var open = own(session).stream().filter(issue -> issue.answer().isEmpty());
        if (open.filter(issue -> !issue.id().equals(id)).count() >= MAX_OPEN) {
            return new Reply.Rejected(new Rejection(Rejection.Code.WRONG_STAGE, "issues"));
        }
        return cases.find(session, party.caseId())
                .map(view ->
                        desk.handle(
                                session,
                                key,
                                new IssueCommand.RaiseOwnIssue(
                                        id,
                                        view.directive(),
                                        paragraph,
                                        text,
                                        view.seen().holder())))
                .orElseGet(() ->
                        new Reply.Rejected(new Rejection(Rejection.Code.NOT_FOUND, "stream")));
    }

    /**
     * Answers an issue. The issuer's answer is a clarification, published first; after a crash
     * between the two steps the same key completes them. A clarification that changes rules is
     * proposed, and published once a second officer of the issuer agrees: see {@link
     * #confirmChange}.
     *
     * @param rules the ids of the rules that it changes; only for the issuer
     */
    public Reply answer(Session session, String key, IssueId id, String answer, Set<String> rules) {
        var issue = reading.state(session, id.key()).map(IssueState.class::cast);
        if (issue.isEmpty() || !isForTheIssuer(session, issue.get())) {
            return desk.handle(session, key, new IssueCommand.AnswerIssue(id, answer));
        }
        var briefing = new BriefingId(issue.get().directive().id());
        var paragraph = issue.get().paragraph();
        if (!rules.isEmpty() && said(session, briefing, id).isEmpty()) {
            var change = new DirectiveChange.Clarify(id, paragraph, rules, answer);
            var reason = "An issue with paragraph " + paragraph + ".";
            return desk.handle(
                    session, key, new BriefingCommand.ProposeChange(briefing, change, reason));
        }
        var clarify = new BriefingCommand.Clarify(briefing, id, paragraph, Set.of(), answer);
        return switch (desk.handle(session, key + " to everybody", clarify)) {
            case Reply.Done done ->
                    desk.handle(
                            session,
                            key,
                            new IssueCommand.AnswerIssue(id, answer, Optional.of(number(done))));
            case Reply refused -> {
                var said = said(session, briefing, id);
                yield said.isPresent()
                        ? desk.handle(session, key, new IssueCommand.AnswerIssue(id, answer, said))
                        : refused;
            }
        };
    }

    /**
     * A second officer of the issuer agrees to a change; if it answers an issue, the issue is then
     * answered. After a crash between the two steps, answering the issue again completes them.
     */
    public Reply confirmChange(Session session, String key, BriefingCommand.SecondChange second) {
        var reply = desk.handle(session, key, second);
        if (reply instanceof Reply.Done done) {
            for (var event : done.events()) {
                if (event instanceof ClarificationEvent.Clarified said) {
                    var answer =
                            new IssueCommand.AnswerIssue(
                                    said.issue(), said.text(), Optional.of(said.number()));
                    desk.handle(session, key + " the issue", answer);
                }
            }
        }
        return reply;
    }

    private boolean isForTheIssuer(Session session, IssueState issue) {
        var root = register.directive(issue.directive()).authorities().root().id();
        return session.actor() instanceof Actor.Officer officer
                && officer.unit().equals(root)
                && issue.holder().equals(root);
    }

    private Optional<Integer> said(Session session, BriefingId briefing, IssueId id) {
        return register.briefing(session, briefing.directive()).clarified().stream()
                .filter(c -> c.issue().equals(id))
                .map(c -> c.number())
                .findFirst();
    }

    private static int number(Reply.Done done) {
        return done.events().stream()
                .filter(ClarificationEvent.Clarified.class::isInstance)
                .map(event -> ((ClarificationEvent.Clarified) event).number())
                .findFirst()
                .orElseThrow();
    }

    /** The last day of the level that has it; at the top as long as any level has. */
    public static Optional<LocalDate> due(IssueState issue, Directive directive) {
        var zone = directive.vocabulary().zone();
        return issue.due()
                .or(() ->
                        issue.road()
                                .filter(_ -> issue.answer().isEmpty())
                                .flatMap(road ->
                                        directive
                                                .upward()
                                                .issues()
                                                .map(level -> {
                                                    var since = road.levels().getLast().since();
                                                    var day = since.atZone(zone).toLocalDate();
                                                    var calendar =
                                                            directive
                                                                    .limits()
                                                                    .calendar(issue.holder());
                                                    return level.until(calendar, day);
                                                })));
    }
}
