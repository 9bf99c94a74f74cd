package exeat.casework;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Context;
import exeat.casework.command.DirectiveContext;
import exeat.casework.command.Rejection;
import exeat.casework.command.Response;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.State;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Application;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Guardian;
import exeat.casework.value.HoldGround;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PersonName;
import exeat.casework.value.StreamId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.SampleAnswers;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Purpose;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A desk in memory over the pack of 1963: one clock, all streams, every event kept. */
public final class World {

    private static final Path PACK = folder("directives/prc-1963");

    public static final Directive DIRECTIVE = read();

    /** What everybody made up here answers, beside their story. */
    private static final SampleAnswers ANSWERS = answers();

    /** Why a second officer agrees, in their own words. */
    public static final String AGREED = "I read the whole file, and it bears this out.";

    public static final AuthorityTree TREE = DIRECTIVE.authorities();
    public static final AuthorityId ROOT = TREE.root().id();
    public static final AuthorityId YANJI = new AuthorityId("jl-yanji");
    public static final AuthorityId YANJI_FA = new AuthorityId("jl-yanji-fa");
    public static final AuthorityId YANJI_PS = new AuthorityId("jl-yanji-ps");
    public static final AuthorityId JILIN = new AuthorityId("jl");
    public static final AuthorityId JILIN_FA = new AuthorityId("jl-fa");
    public static final AuthorityId JILIN_PS = new AuthorityId("jl-ps");
    public static final AuthorityId TUMEN_FA = new AuthorityId("jl-tumen-fa");
    public static final AuthorityId TUMEN_PS = new AuthorityId("jl-tumen-ps");
    public static final AuthorityId TUMEN_BD = new AuthorityId("jl-tumen-bd");
    public static final AuthorityId TUMEN_CU = new AuthorityId("jl-tumen-cu");
    public static final AuthorityId HUNCHUN_CU = new AuthorityId("jl-hunchun-cu");
    public static final TravellerNo ONE = new TravellerNo(1);
    public static final TravellerNo TWO = new TravellerNo(2);
    public static final StreamId.CaseId CASE = caseId(1);

    public Instant now = Instant.parse("1963-09-02T01:00:00Z");
    public final Set<AuthorityId> briefed = new HashSet<>();
    public final Map<StreamId, List<RecordedEvent>> events = new HashMap<>();
    public final Map<StreamId, State> states = new HashMap<>();
    public DirectiveContext force = DirectiveContext.of(DIRECTIVE);
    public Directive directive = DIRECTIVE;
    private Set<AuthorityId> acknowledged = Set.of();
    private int papers;

    /** A world in which every unit has acknowledged. */
    public World() {
        TREE.all().stream().map(Authority::id).forEach(briefed::add);
    }

    /** A world under another directive, in which every unit of it has acknowledged. */
    public static World under(Directive directive) {
        var world = new World();
        world.directive = directive;
        world.force = DirectiveContext.of(directive);
        world.briefed.clear();
        directive.authorities().all().stream().map(Authority::id).forEach(world.briefed::add);
        return world;
    }

    /** A folder of the checkout. */
    public static Path folder(String path) {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        return Path.of(root).resolve(path);
    }

    private static Directive read() {
        try {
            return Pack.read(PACK);
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static SampleAnswers answers() {
        try {
            return SampleAnswers.read(PACK, DIRECTIVE);
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public Response give(Actor actor, Command command) {
        var context =
                new Context(now, directive, actor, acknowledged(), "P-" + (papers + 1), force);
        var response =
                Lifecycle.respond(
                        Optional.ofNullable(states.get(command.stream())), context, command);
        if (response instanceof Response.Accepted(var accepted)) {
            papers++;
            NotForLawyers.check(
                    Optional.ofNullable(states.get(command.stream())), context, command);
            accepted.forEach(event -> PermittedWriters.check(actor, event));
            accepted.forEach(event -> record(command.stream(), event));
        }
        return response;
    }

    /** The same set while nothing changes: a context then need not copy it. */
    private Set<AuthorityId> acknowledged() {
        if (acknowledged.size() != briefed.size()) {
            acknowledged = Set.copyOf(briefed);
        }
        return acknowledged;
    }

    /** What happened, whatever the rules would say of it now. */
    public void record(StreamId stream, Event event) {
        var log = events.computeIfAbsent(stream, _ -> new ArrayList<>());
        var recorded = new RecordedEvent(stream, log.size() + 1, now, event);
        log.add(recorded);
        states.put(stream, Lifecycle.evolve(Optional.ofNullable(states.get(stream)), recorded));
    }

    /** The events of a command that must be accepted. */
    public List<Event> accepted(Actor actor, Command command) {
        return switch (give(actor, command)) {
            case Response.Accepted(var accepted) -> accepted;
            case Response.Rejected(var why) ->
                    throw new AssertionError(command + " was rejected: " + why);
        };
    }

    /** The code of a command that must be rejected. */
    public Rejection.Code rejected(Actor actor, Command command) {
        return rejection(actor, command).code();
    }

    public Rejection rejection(Actor actor, Command command) {
        return switch (give(actor, command)) {
            case Response.Rejected(var why) -> why;
            case Response.Accepted(var accepted) ->
                    throw new AssertionError(command + " was accepted: " + accepted);
        };
    }

    /** The sequence of the case's newest event. */
    public long sequence() {
        return events.getOrDefault(CASE, List.of()).size();
    }

    public void pass(int days) {
        now = now.plus(days, ChronoUnit.DAYS);
        accepted(new Actor.Clock(), new CaseCommand.CheckDeadlines(CASE));
    }

    /** The units as they are on this day. */
    public AuthorityTree tree() {
        return directive.authorities().withClosed(force.closed());
    }

    /** From now on a unit has closed. */
    public void close(AuthorityId unit, AuthorityId successor) {
        var closed = new HashMap<>(force.closed());
        closed.put(unit, successor);
        force = new DirectiveContext(force.standing(), force.today(), force.proofs(), closed);
    }

    public LocalDate today() {
        return now.atZone(directive.vocabulary().zone()).toLocalDate();
    }

    public CaseState state() {
        return (CaseState) Objects.requireNonNull(states.get(CASE));
    }

    public TravellerState traveller(TravellerNo no) {
        return Objects.requireNonNull(state().travellers().get(no));
    }

    public TravellerState traveller() {
        return traveller(ONE);
    }

    public Stage stage() {
        return traveller().stage();
    }

    public static StreamId.CaseId caseId(long n) {
        return new StreamId.CaseId(new UUID(0, n));
    }

    /** A lawyer of the issuer. */
    public static Actor.Officer lawyer(int n) {
        var id = new OfficerId("law." + n);
        return new Actor.Officer(id, ROOT, TREE.get(ROOT).function(), true, true);
    }

    public static Actor.Officer officer(AuthorityId unit, int n) {
        return new Actor.Officer(
                new OfficerId(unit.text() + "." + n), unit, TREE.get(unit).function(), true);
    }

    public static Actor.Officer officer(AuthorityId unit) {
        return officer(unit, 1);
    }

    public static Actor.Party party(TravellerNo no) {
        return new Actor.Party(CASE, no);
    }

    public static Actor.Party person() {
        return party(ONE);
    }

    public static FactName fact(String name) {
        return new FactName(name);
    }

    /** What an ethnic Korean with relations in Korea who would help to build declares: route A. */
    public static Facts routeA() {
        return new Facts(
                Map.of(
                        fact("applied to build"), Value.of(true),
                        fact("relations in Korea"), Value.of(true),
                        fact("ethnicity"), Value.of("korean")));
    }

    /** What an officer's relative on a request list declares: route C. */
    public static Facts routeC() {
        return new Facts(
                Map.of(
                        fact("on a request list"), Value.of(true),
                        fact("officer kinship"), Value.of(true)));
    }

    /** Everything that can be declared, and nothing of it fits a route. */
    public static Facts noRoute() {
        return ANSWERS.facts(ANSWERS.uncovered());
    }

    public static Traveller adult(TravellerNo no, String nationality, Purpose purpose, Facts said) {
        return person(no, LocalDate.of(1930, 5, 1), nationality, purpose, said, List.of());
    }

    public static Traveller child(TravellerNo no, Purpose purpose, List<Guardian> guardians) {
        return person(no, LocalDate.of(1955, 5, 1), "KP", purpose, Facts.NONE, guardians);
    }

    /** Of age a month after the first day of this world. */
    public static Traveller nearlyGrown(TravellerNo no, Purpose purpose, List<Guardian> guardians) {
        return person(no, LocalDate.of(1945, 10, 2), "KP", purpose, Facts.NONE, guardians);
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
                List.of(new PersonName("Hang", "김", "철수")),
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

    public static Application application(Traveller... travellers) {
        return new Application(
                "EX-TEST-0001",
                Application.Channel.WEB,
                Optional.empty(),
                Optional.empty(),
                List.of(travellers));
    }

    /** The same as an officer of a unit entered it. */
    public static Application entered(Application a, AuthorityId unit) {
        return new Application(
                a.number(),
                Application.Channel.OFFICE,
                a.principal(),
                Optional.of(unit),
                a.travellers());
    }

    public World applied(Traveller... travellers) {
        accepted(
                new Actor.Stranger(),
                new CaseCommand.Apply(CASE, application(travellers), Map.of(ONE, "hash")));
        return this;
    }

    public World confirmed() {
        accepted(
                person(),
                new TravellerCommand.Confirm(
                        CASE,
                        ONE,
                        directive.purposes().givesUp(traveller().traveller().purpose())));
        return this;
    }

    /** A national of the other state who returns: approve always. */
    public static World returning() {
        return new World().applied(adult(ONE, "KP", new Purpose("return"), Facts.NONE)).confirmed();
    }

    /** Route A: approve in general. */
    public static World settling() {
        return new World().applied(adult(ONE, "CN", new Purpose("settle"), routeA())).confirmed();
    }

    /** Route C: a trip. */
    public static World visiting() {
        return new World().applied(adult(ONE, "CN", new Purpose("trip"), routeC())).confirmed();
    }

    public static World referred() {
        return new World().applied(adult(ONE, "CN", new Purpose("settle"), noRoute())).confirmed();
    }

    public World cleared() {
        return cleared(ONE);
    }

    /** Each opens, at the latest, with the one before: where nobody saw who filed. */
    public World cleared(TravellerNo no) {
        while (!traveller(no).openClearances().isEmpty()) {
            var clearance = traveller(no).openClearances().getFirst();
            var unit = clearance.unit();
            var function = directive.authorities().get(unit).function();
            accepted(
                    new Actor.Officer(new OfficerId(unit.text() + ".1"), unit, function, true),
                    new TravellerCommand.CompleteClearance(CASE, no, clearance.name()));
        }
        return this;
    }

    /** Entered by an officer, and confirmed with the secret that two handed over. */
    public World enteredAndConfirmed(Traveller traveller) {
        var entered = entered(application(traveller), YANJI_FA);
        accepted(officer(YANJI_FA), new CaseCommand.Apply(CASE, entered, Map.of()));
        return confirmed();
    }

    public World authorised() {
        accepted(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE));
        return this;
    }

    public World crossed(CrossingDirection direction) {
        accepted(officer(TUMEN_BD), new TravellerCommand.RecordCrossing(CASE, ONE, direction));
        accepted(officer(TUMEN_CU), new TravellerCommand.RecordCrossing(CASE, ONE, direction));
        return this;
    }

    /** Two officers of a unit identify somebody, and each hands over one part of a secret. */
    public World secret(AuthorityId unit, TravellerNo to) {
        accepted(
                officer(unit, 1),
                new SecretCommand.AskForSecret(CASE, to, "first part", "a passport"));
        accepted(
                officer(unit, 2),
                new SecretCommand.IssueSecret(CASE, to, request(to), "other part", "the face"));
        return this;
    }

    /** The case as somebody sees it now. */
    public Optional<Disclosure.CaseSeen> seen(Actor actor) {
        return Disclosure.view(state(), actor, tree(), today(), now);
    }

    /** The number of the last request for somebody's secret. */
    public int request(TravellerNo to) {
        return state().handling().secret(to).orElseThrow().number();
    }

    /** Two officers of a unit do it, after the person was heard where they have to be. */
    public List<Event> byTwo(AuthorityId unit, TwoOfficerAct act) {
        accepted(officer(unit, 1), new TravellerCommand.ProposeAct(CASE, ONE, act, "a reason"));
        int number = traveller().proposals().size();
        Hearings.pass(this, number);
        return accepted(
                officer(unit, 2), new TravellerCommand.SecondProposal(CASE, ONE, number, AGREED));
    }

    public TwoOfficerAct.PlaceHold identityHold() {
        return new TwoOfficerAct.PlaceHold(
                new HoldGround.IdentityNotEstablished(),
                "two birth dates",
                today().plusDays(10),
                Optional.empty(),
                Optional.empty());
    }
}
