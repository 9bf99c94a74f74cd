package exeat.web.town;

import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Guardian;
import exeat.casework.value.HoldGround;
import exeat.casework.value.PersonName;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.appearance.AppearanceKind;
import exeat.casework.value.appearance.AppearancePurpose;
import exeat.casework.value.appearance.AppearanceRequest;
import exeat.desk.base.Session;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Purpose;
import exeat.web.apply.TravellerAnswers;
import exeat.web.casefile.CaseActionKind;
import exeat.web.kit.SecureTokens;
import exeat.web.town.Filings.Filing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** For every act of an officer a case on which they can do it now, and what they type. */
public final class ActScenes {

    private static final String HOLDER = "jl-yanji-fa";
    private static final String POLICE = "jl-yanji-ps";
    private static final String ABOVE = "jl-yanji";
    private static final String FURTHER = "jl";
    private static final TravellerNo ONE = Filings.ONE;

    /** What was typed before the act. */
    public static final List<String> TYPED =
            List.of(
                    "a reason",
                    "my mother is there",
                    Town.AGREED,
                    "two birth dates",
                    "it is not so",
                    "art. 17",
                    "asked",
                    "asks",
                    "a face",
                    "court 12",
                    "a passport",
                    "the officer is ill",
                    "another day",
                    "torn");

    /** Who does it, where, and what they type. */
    public record Scene(
            Filing filing, Session session, String address, Map<String, String> typed) {}

    private final Town town;
    private final Filings filings;
    private final Map<CaseActionKind, Supplier<Scene>> scenes = new EnumMap<>(CaseActionKind.class);

    public ActScenes(Town town, Filings filings) {
        this.town = town;
        this.filings = filings;
        byHolder();
        byOthers();
        inPersonAndArchive();
    }

    /** Empty for what a person does on their own page, and for what only time makes possible. */
    public Optional<Scene> of(CaseActionKind kind) {
        return Optional.ofNullable(scenes.get(kind)).map(Supplier::get);
    }

    private void byHolder() {
        put(CaseActionKind.AUTHORISE, () -> filings.cleared(filings.settler(1)), Map.of());
        put(CaseActionKind.APPROVE, this::referred, reason());
        put(CaseActionKind.REFUSE, this::referred, reason());
        put(CaseActionKind.REVOKE, () -> filings.authorised(filings.settler(1)), hold());
        put(CaseActionKind.HOLD, this::settler, hold());
        put(CaseActionKind.ASK, this::referred, Map.of("item", "document:word-on-relations"));
        put(CaseActionKind.LIFT, this::stopped, reason());
        appearances();
        scenes.put(CaseActionKind.SET_ASIDE, this::setAside);
        put(CaseActionKind.SERVE, this::held, HOLDER, 1, "/1", day("on", Today.day()));
        var said = Map.of("words", "my mother is there");
        put(CaseActionKind.RECORD_ANSWER, this::proposed, HOLDER, 2, "/1", said);
        put(CaseActionKind.REPLY, this::answered, HOLDER, 1, "/1", Map.of("words", Town.AGREED));
        var corrected = Map.of("value", "false", "evidence", "a letter", "reason", "so");
        put(CaseActionKind.CORRECT, this::settler, HOLDER, 1, "/applied-to-build", corrected);
        put(CaseActionKind.SECOND, this::toHold, POLICE, 2, "/1", Map.of("reason", Town.AGREED));
        put(CaseActionKind.DECLINE, this::proposed, HOLDER, 2, "/1", reason());
        var document = Map.of("evidence", "court 17");
        put(CaseActionKind.SAFEGUARD, this::child, HOLDER, 1, "/court", document);
        var tie = Map.of("tie", "friend", "words", "we went to school together");
        put(CaseActionKind.RECUSE, this::settler, HOLDER, 2, "", tie);
    }

    private void appearances() {
        var asked = new HashMap<>(Map.of("kind", "at-office", "purpose", "identity"));
        asked.putAll(Map.of("words", "a passport", "place", HOLDER, "at", "9:30"));
        asked.putAll(day("on", Today.day().plusDays(9)));
        put(CaseActionKind.ASK_TO_APPEAR, this::settler, HOLDER, 1, "", asked);
        var time = new HashMap<>(day("on", Today.day().plusDays(11)));
        time.put("at", "16:00");
        put(CaseActionKind.MOVE_APPEARANCE, this::toMove, HOLDER, 1, "/1", time);
        var why = Map.of("words", "the officer is ill");
        put(CaseActionKind.CANCEL_APPEARANCE, this::toAppear, HOLDER, 1, "/1", why);
    }

    private void byOthers() {
        put(CaseActionKind.CLEAR, this::settler, POLICE, 1, "/identity", Map.of());
        put(CaseActionKind.HOLD_CLEARANCE, this::settler, POLICE, 1, "/identity", hold());
        put(CaseActionKind.RELEASE, this::held, POLICE, 1, "/1", reason());
        var words = Map.of("words", "a friend asks");
        put(CaseActionKind.PROTECT, this::settler, POLICE, 1, "", words);
        scenes.put(CaseActionKind.DECIDE_APPEAL, this::appeal);
        var heard = Map.of("confirmed", "no", "seen", "a passport", "words", "no fear");
        put(CaseActionKind.HEAR, this::claimedByAnother, ABOVE, 1, "", heard);
    }

    private void inPersonAndArchive() {
        put(CaseActionKind.WITHDRAW_IN_PERSON, this::settler, ABOVE, 1, "", seen());
        put(CaseActionKind.SECOND_IN_PERSON, this::inPerson, ABOVE, 2, "", seen());
        put(CaseActionKind.STOP_IN_PERSON, this::inPerson, ABOVE, 2, "", reason());
        put(CaseActionKind.END_CLAIM_IN_PERSON, this::claimed, ABOVE, 1, "", seen());
        var other = Map.of("what", "withdrawal", "seen", "a passport");
        put(CaseActionKind.DISOWN_IN_PERSON, this::leftInPerson, FURTHER, 1, "", other);
        var basis = Map.of("basis", "article 17", "reason", "asked");
        put(CaseActionKind.ERASE_FILE, this::withdrawn, ABOVE, 1, "", basis);
        put(CaseActionKind.ERASE_SECOND, this::toErase, ABOVE, 2, "", Map.of());
        put(CaseActionKind.KEEP_FILE, this::withdrawn, ABOVE, 1, "", reason());
        put(CaseActionKind.FREE_FILE, this::kept, ABOVE, 1, "", reason());
    }

    private void put(CaseActionKind kind, Supplier<Filing> filing, Map<String, String> typed) {
        put(kind, filing, HOLDER, 1, "", typed);
    }

    private void put(
            CaseActionKind kind,
            Supplier<Filing> filing,
            String unit,
            int n,
            String target,
            Map<String, String> typed) {
        scenes.put(kind, () -> scene(kind, filing.get(), unit, n, target, typed));
    }

    private Scene scene(
            CaseActionKind kind,
            Filing filing,
            String unit,
            int n,
            String target,
            Map<String, String> typed) {
        boolean whole = kind.readers().contains(CaseActionKind.OfferedTo.SUPERVISOR);
        var address = filing.address() + (whole ? "/0/" : "/1/") + kind.address() + target;
        return new Scene(filing, officer(unit, n), address, typed);
    }

    /** Whoever acts has read the directive. */
    private Session officer(String unit, int n) {
        var session = town.session(unit, n);
        var read = BriefingCommand.Acknowledge.asRead(town.directive());
        town.office().desk().handle(session, SecureTokens.fresh(), read);
        return session;
    }

    private Filing settler() {
        return filings.confirmed(filings.settler(1));
    }

    private Filing referred() {
        return filings.confirmed(
                filings.traveller(1, "RU", new Purpose("settle"), "1950-01-01", Filings.NOBODY));
    }

    private static Map<String, String> reason() {
        return Map.of("reason", "a reason");
    }

    private static Map<String, String> seen() {
        return Map.of("seen", "a passport");
    }

    private static Map<String, String> hold() {
        var limit = Today.day().plusDays(9);
        return Map.of(
                "ground",
                "identity",
                "evidence",
                "two birth dates",
                "limit-day",
                "" + limit.getDayOfMonth(),
                "limit-month",
                "" + limit.getMonthValue(),
                "limit-year",
                "" + limit.getYear(),
                "reason",
                "a reason");
    }

    private void act(Filing filing, String unit, int n, Command command) {
        town.done(
                town.office().desk().handle(officer(unit, n), SecureTokens.fresh(), command),
                filing.number());
    }

    private Session party(Filing filing) {
        return town.office()
                .authentication()
                .signInTraveller(filing.number(), filing.secret())
                .orElseThrow();
    }

    private void act(Filing filing, Command command) {
        town.done(
                town.office().desk().handle(party(filing), SecureTokens.fresh(), command),
                filing.number());
    }

    private Scene setAside() {
        var filing = settler();
        var ground =
                filings.state(filing, 1)
                        .finding()
                        .map(Finding::setAsideGrounds)
                        .orElseThrow()
                        .getFirst();
        var typed = Map.of("ground", ground, "reason", "so");
        return scene(CaseActionKind.SET_ASIDE, filing, HOLDER, 1, "", typed);
    }

    private Filing stopped() {
        var filing = filings.authorised(filings.settler(1));
        act(filing, "jl-tumen-bd", 1, new TravellerCommand.StopAtBorder(filing.id(), ONE, "torn"));
        return filing;
    }

    private Filing proposed() {
        var filing = referred();
        propose(filing, HOLDER, new TwoOfficerAct.Refuse());
        return filing;
    }

    private void propose(Filing filing, String unit, TwoOfficerAct act) {
        act(filing, unit, 1, new TravellerCommand.ProposeAct(filing.id(), ONE, act, "a reason"));
    }

    private void second(Filing filing, String unit) {
        act(filing, unit, 2, new TravellerCommand.SecondProposal(filing.id(), ONE, 1, Town.AGREED));
    }

    /** What the person said to it has no reply yet. */
    private Filing answered() {
        var filing = proposed();
        act(filing, new TravellerCommand.AnswerProposal(filing.id(), ONE, 1, "my mother is there"));
        return filing;
    }

    private Filing toAppear() {
        var filing = settler();
        var request =
                new AppearanceRequest(
                        AppearanceKind.AT_OFFICE,
                        AppearancePurpose.IDENTITY,
                        "a passport",
                        new AuthorityId(HOLDER));
        var at = Today.NOW.plus(Duration.ofDays(9));
        act(filing, HOLDER, 1, new AppearanceCommand.AskToAppear(filing.id(), ONE, request, at));
        return filing;
    }

    private Filing toMove() {
        var filing = toAppear();
        act(filing, new TravellerCommand.AskForAnotherTime(filing.id(), ONE, 1, "another day"));
        return filing;
    }

    private Filing held() {
        var filing = toHold();
        second(filing, POLICE);
        return filing;
    }

    private Filing toHold() {
        var filing = settler();
        propose(
                filing,
                POLICE,
                new TwoOfficerAct.PlaceHold(
                        new HoldGround.IdentityNotEstablished(),
                        "two birth dates",
                        Today.day().plusDays(9),
                        Optional.of("identity"),
                        Optional.empty()));
        return filing;
    }

    private Filing child() {
        var child =
                filings.traveller(
                        1,
                        "KP",
                        new Purpose("return"),
                        Today.day().minusYears(11).toString(),
                        Map.of());
        var guardians =
                List.of(
                        new Guardian("Ri Yong Hui", Optional.empty()),
                        new Guardian("Kim Sun I", Optional.of(TravellerNo.PRINCIPAL)));
        return filings.file(
                Optional.of(new PersonName("Latn", "Kim", "Sun I")),
                TravellerAnswers.with(child, child.declared(), List.of(), guardians));
    }

    private static Map<String, String> day(String field, LocalDate day) {
        return Map.of(
                field + "-day",
                "" + day.getDayOfMonth(),
                field + "-month",
                "" + day.getMonthValue(),
                field + "-year",
                "" + day.getYear());
    }

    private Scene appeal() {
        var filing = held();
        act(
                filing,
                new TravellerCommand.Appeal(
                        filing.id(), ONE, new AppealSubject.AHold(1), "it is not so"));
        var reviewer = filings.state(filing, 1).appeals().getFirst().reviewer().text();
        var typed = Map.of("upheld", "yes", "reason", "the person is right");
        return scene(CaseActionKind.DECIDE_APPEAL, filing, reviewer, 1, "/1", typed);
    }

    private Filing inPerson() {
        var filing = settler();
        act(filing, ABOVE, 1, new TravellerCommand.WithdrawInPerson(filing.id(), ONE, "a face"));
        return filing;
    }

    private Filing leftInPerson() {
        var filing = inPerson();
        act(filing, ABOVE, 2, new TravellerCommand.SecondInPerson(filing.id(), ONE, 1, "a face"));
        return filing;
    }

    private Filing claimed() {
        var filing = settler();
        act(filing, new TravellerCommand.ClaimProtection(filing.id(), ONE));
        return filing;
    }

    private Filing claimedByAnother() {
        var filing = settler();
        act(filing, HOLDER, 1, new TravellerCommand.ClaimForAnother(filing.id(), ONE, "asks"));
        return filing;
    }

    private Filing withdrawn() {
        var filing = settler();
        act(filing, new TravellerCommand.Withdraw(filing.id(), ONE));
        return filing;
    }

    private Filing toErase() {
        var filing = withdrawn();
        act(filing, ABOVE, 1, new ArchiveCommand.ProposeErasure(filing.id(), "art. 17", "asked"));
        return filing;
    }

    private Filing kept() {
        var filing = withdrawn();
        act(filing, ABOVE, 1, new ArchiveCommand.PlaceLegalHold(filing.id(), "court 12"));
        return filing;
    }
}
