package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.state.TravellerState;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Guardian;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PersonName;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.auth.OfficerAccounts;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.PasswordCost;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.rules.Pack;
import exeat.rules.SampleAnswers;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One office that all tests of a process share, for PostgreSQL takes its time to start. */
public final class Town {

    /** Why a second officer agrees, in their own words. */
    public static final String AGREED = "I read the whole file, and it bears this out.";

    public static final TravellerNo ONE = new TravellerNo(1);
    public static final TravellerNo TWO = new TravellerNo(2);
    public static final AuthorityId ROOT = new AuthorityId("cn");
    public static final AuthorityId YANJI = new AuthorityId("jl-yanji");
    public static final AuthorityId YANJI_FA = new AuthorityId("jl-yanji-fa");
    public static final AuthorityId YANJI_PS = new AuthorityId("jl-yanji-ps");
    public static final AuthorityId JILIN = new AuthorityId("jl");
    public static final AuthorityId TUMEN_FA = new AuthorityId("jl-tumen-fa");
    public static final AuthorityId TUMEN_BD = new AuthorityId("jl-tumen-bd");
    public static final AuthorityId TUMEN_CU = new AuthorityId("jl-tumen-cu");

    /** Part of every payload that contains a name; it must not be found anywhere else. */
    public static final String PLANTED = "ZZPLANTEDNAME";

    /** What everybody made up here answers, beside their story. */
    private static final SampleAnswers ANSWERS = answers();

    private static Optional<Town> shared = Optional.empty();

    public final Path data;
    public final Office office;
    final AuthorityTree tree;

    /** Less than a session may rest. */
    private static final Duration REST = Duration.ofMinutes(20);

    private final Map<String, Session> sessions = new HashMap<>();

    /** When each was last handed to a test. */
    private final Map<String, Instant> used = new HashMap<>();

    /** The edition that officers have read, if it is not the first. */
    private final Map<String, String> read = new HashMap<>();

    private Instant now = Today.NOW;

    private Town(Path data) {
        this.data = data;
        // Passwords that guard nothing are worth no work.
        var settings = OfficeSettings.embedded(data, packs()).with(PasswordCost.MIN);
        office = Office.open(settings, clock());
        tree = office.register().directive("prc-1963").orElseThrow().authorities();
    }

    private static Town briefed(Path data) {
        var town = new Town(data);
        town.brief();
        return town;
    }

    /**
     * The template for {@link #alone}: a closed town in which the directive has been handed down.
     */
    private static Optional<Town> model = Optional.empty();

    /** A separate town, for a test that changes the directives in force. */
    public static synchronized Town alone() {
        if (model.isEmpty()) {
            var made = briefed(folder());
            made.office.close();
            model = Optional.of(made);
        }
        var data = emptyFolder();
        TownFolders.copy(model.get().data, data);
        var town = new Town(data);
        town.sessions.putAll(model.get().sessions);
        return town;
    }

    public static synchronized Town shared() {
        if (shared.isEmpty()) {
            shared = Optional.of(briefed(folder()));
        }
        return shared.get();
    }

    /** New; of an office only PostgreSQL's program is in it. */
    public static Path folder() {
        return TownFolders.withProgram();
    }

    /** New and empty. */
    public static Path emptyFolder() {
        return TownFolders.fresh();
    }

    public static Path packs() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        return Path.of(root, "directives");
    }

    public InstantSource clock() {
        return () -> now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /**
     * Until nothing waits and the signed head is over all of it: the sequencer runs beside the
     * commands.
     */
    public void sequenced() throws InterruptedException {
        var patience = Patience.of(Duration.ofSeconds(60));
        while (waits()) {
            assertThat(patience.isOver()).isFalse();
            Thread.sleep(50);
        }
    }

    private boolean waits() {
        assertThat(office.health().ledger().trouble()).isEmpty();
        try (var superuser = Backstage.superuser(this)) {
            var sql =
                    """
                    select count(*) as n from exeat.ledger_queue
                    union all
                    select exeat.ledger_size()
                        - (select max(size) from exeat.ledger_checkpoint)
                    """;
            return Backstage.rows(superuser, sql).stream().anyMatch(row -> row.number("n") != 0);
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public LocalDate today() {
        return now.atZone(office.register().directive("prc-1963").orElseThrow().vocabulary().zone())
                .toLocalDate();
    }

    /** The directive comes down to every unit that the tests use. */
    private void brief() {
        var briefing = new BriefingId("prc-1963");
        var root = account(ROOT, 1);
        Enacted.putInForce(office, ROOT, root);
        done(root, new BriefingCommand.HandDown(briefing));
        var down = List.of("cn-fa", "ne", "ne-fa", "jl", "jl-fa", "jl-ps", "jl-yanji", "jl-tumen");
        for (var id : down) {
            var officer = account(new AuthorityId(id), 1);
            done(officer, read());
            if (tree.get(new AuthorityId(id)).supervises()) {
                done(officer, new BriefingCommand.HandDown(briefing));
            }
        }
        for (var unit : List.of(YANJI_FA, YANJI_PS, TUMEN_FA, TUMEN_BD, TUMEN_CU)) {
            done(account(unit, 1), read());
        }
    }

    /** The acknowledgement of an officer who has read today's directive. */
    public BriefingCommand.Acknowledge read() {
        return BriefingCommand.Acknowledge.asRead(
                office.register().directive("prc-1963").orElseThrow());
    }

    private Session account(AuthorityId unit, int n) {
        var id = unit.text() + "." + n;
        office.officerAccounts()
                .create(new OfficerId(id), id, "right " + id, PLANTED + " " + id, unit);
        var session = office.authentication().signInOfficer(id, "right " + id).orElseThrow();
        sessions.put(id, session);
        used.put(id, now);
        return session;
    }

    /** The n-th officer of a unit, signed in and briefed. */
    public synchronized Session officer(AuthorityId unit, int n) {
        var id = unit.text() + "." + n;
        if (!sessions.containsKey(id)) {
            done(account(unit, n), read());
        }
        var session = Objects.requireNonNull(sessions.get(id));
        // Another class may have let hours pass, and with them the session.
        boolean rested = now.isAfter(used.getOrDefault(id, now).plus(REST));
        if (rested || !now.isBefore(session.expires())) {
            session = office.authentication().signInOfficer(id, "right " + id).orElse(session);
        }
        var edition = office.register().edition("prc-1963");
        if (!edition.equals(read.getOrDefault(id, VersionHistory.FIRST))
                && give(session, read()) instanceof Reply.Done) {
            read.put(id, edition);
        }
        // As a request finds it: an officer who has read the directive.
        session = office.authentication().resume(session.token()).orElse(session);
        sessions.put(id, session);
        used.put(id, now);
        return session;
    }

    public Session officer(AuthorityId unit) {
        return officer(unit, 1);
    }

    /** A new administrator, signed in. */
    public Session administrator(String login) {
        var id = OfficerAccounts.freshId(ROOT);
        office.officerAccounts().createAdministrator(id, login, "right " + login, login, ROOT);
        return office.authentication().signInOfficer(login, "right " + login).orElseThrow();
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public Reply give(Session session, Command command) {
        return office.desk().handle(session, key(), command);
    }

    public Reply.Done done(Session session, Command command) {
        var reply = give(session, command);
        assertThat(reply).as(command.getClass().getSimpleName()).isInstanceOf(Reply.Done.class);
        return (Reply.Done) reply;
    }

    public Rejection.Code rejected(Session session, Command command) {
        var reply = give(session, command);
        assertThat(reply).isInstanceOf(Reply.Rejected.class);
        return ((Reply.Rejected) reply).rejection().code();
    }

    /** An application, and its applicant, signed in. */
    public record Filing(CaseId id, String number, String secret) {}

    public Filing file(Traveller... travellers) {
        return file(new ApplicationDraft(Channel.WEB, Optional.empty(), List.of(travellers)));
    }

    public Filing file(ApplicationDraft draft) {
        var filed = office.desk().apply(office.authentication().anonymousSession(), key(), draft);
        assertThat(filed.reply()).isInstanceOf(Reply.Done.class);
        var done = (Reply.Done) filed.reply();
        return new Filing(
                (CaseId) done.stream(), filed.number().orElseThrow(), filed.secret().orElseThrow());
    }

    public Session party(Filing filing) {
        return office.authentication()
                .signInTraveller(filing.number(), filing.secret())
                .orElseThrow();
    }

    /** Filed, and confirmed by the first traveller. */
    public Filing confirmed(Traveller traveller) {
        return confirmed(traveller, Optional.empty());
    }

    /** The same under a directive that the traveller chose. */
    public Filing confirmed(Traveller traveller, Optional<String> directive) {
        var travellers = List.of(traveller);
        var filing =
                file(new ApplicationDraft(Channel.WEB, Optional.empty(), travellers, directive));
        done(
                party(filing),
                new TravellerCommand.Confirm(filing.id(), ONE, told(traveller.purpose())));
        return filing;
    }

    private Set<Consequence> told(Purpose purpose) {
        var directive = office.register().directive("prc-1963").orElseThrow();
        return directive.purposes().givesUp(purpose);
    }

    public TravellerState state(Filing filing, TravellerNo no) {
        var unit = office.cases().find(officer(YANJI_FA), filing.id()).orElseThrow();
        return switch (Objects.requireNonNull(unit.seen().travellers().get(no))) {
            case Disclosure.Whole whole -> whole.state();
            case Disclosure.TravellerSeen other ->
                    throw new AssertionError("the holder sees " + other.getClass());
        };
    }

    public void clear(Filing filing, TravellerNo no) {
        // Where nobody saw who filed, the others open with the one that establishes identity.
        for (var open = state(filing, no).openClearances();
                !open.isEmpty();
                open = state(filing, no).openClearances()) {
            done(
                    officer(open.getFirst().unit()),
                    new TravellerCommand.CompleteClearance(
                            filing.id(), no, open.getFirst().name()));
        }
    }

    public void authorise(Filing filing, TravellerNo no) {
        done(officer(YANJI_FA), new TravellerCommand.Authorise(filing.id(), no));
    }

    public void cross(Filing filing, TravellerNo no, CrossingDirection direction) {
        done(officer(TUMEN_BD), new TravellerCommand.RecordCrossing(filing.id(), no, direction));
        done(officer(TUMEN_CU), new TravellerCommand.RecordCrossing(filing.id(), no, direction));
    }

    public List<Event> byTwo(Filing filing, AuthorityId unit, TwoOfficerAct act) {
        done(officer(unit, 1), new TravellerCommand.ProposeAct(filing.id(), ONE, act, "a reason"));
        int number = state(filing, ONE).proposals().size();
        heard(filing, number);
        return done(
                        officer(unit, 2),
                        new TravellerCommand.SecondProposal(filing.id(), ONE, number, AGREED))
                .events();
    }

    /** The person is handed a proposal and has their days, where they are heard before it. */
    public void heard(Filing filing, int number) {
        if (TownHearings.isHeardBefore(state(filing, ONE).proposal(number).orElseThrow())) {
            TownHearings.pass(this, filing, number);
        }
    }

    List<Authority> units() {
        return List.copyOf(tree.all());
    }

    public static FactName fact(String name) {
        return new FactName(name);
    }

    public static Facts routeA() {
        return new Facts(
                Map.of(
                        fact("applied to build"), Value.of(true),
                        fact("relations in Korea"), Value.of(true),
                        fact("ethnicity"), Value.of("korean")));
    }

    static Facts routeC() {
        return new Facts(
                Map.of(
                        fact("on a request list"), Value.of(true),
                        fact("officer kinship"), Value.of(true)));
    }

    static Facts noRoute() {
        return ANSWERS.facts(ANSWERS.uncovered());
    }

    private static SampleAnswers answers() {
        try {
            var folder = packs().resolve("prc-1963");
            return SampleAnswers.read(folder, Pack.read(folder));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public static Traveller settling() {
        return adult(ONE, "CN", new Purpose("settle"), routeA());
    }

    public static Traveller returning() {
        return adult(ONE, "KP", new Purpose("return"), Facts.NONE);
    }

    public static Traveller visiting() {
        return adult(ONE, "CN", new Purpose("trip"), routeC());
    }

    public static Traveller referred() {
        return adult(ONE, "CN", new Purpose("settle"), noRoute());
    }

    public static Traveller adult(TravellerNo no, String nationality, Purpose purpose, Facts said) {
        return person(no, LocalDate.of(1980, 5, 1), nationality, purpose, said, List.of());
    }

    public static Traveller person(
            TravellerNo no,
            LocalDate born,
            String nationality,
            Purpose purpose,
            Facts said,
            List<Guardian> guardians) {
        return new Traveller(
                no,
                List.of(new PersonName("Latn", PLANTED, "Chol Su " + no)),
                BirthDate.of(born),
                nationality,
                YANJI,
                purpose,
                ANSWERS.beside(said),
                List.of(),
                guardians,
                "ko",
                Optional.empty());
    }
}
