package exeat.bench.cases;

import exeat.casework.Application.Channel;
import exeat.casework.Command;
import exeat.casework.OfficerId;
import exeat.casework.PersonName;
import exeat.casework.RulePair;
import exeat.casework.StreamId.BriefingId;
import exeat.casework.Traveller;
import exeat.casework.TravellerNo;
import exeat.desk.Draft;
import exeat.desk.Office;
import exeat.desk.Reply;
import exeat.desk.Session;
import exeat.rules.AuthorityId;
import exeat.rules.FactName;
import exeat.rules.Facts;
import exeat.rules.Function;
import exeat.rules.Purpose;
import exeat.rules.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A county in which the pack of 1963 is in force and everybody on the road has read it, and the
 * application that goes down it: one that the rules refer, so that a person decides.
 */
final class Place {

    static final TravellerNo ONE = new TravellerNo(1);

    private static final String DIRECTIVE = "prc-1963";
    private static final String PASSWORD = "right of the bench";
    private static final AuthorityId ROOT = new AuthorityId("cn");
    private static final AuthorityId HOME = new AuthorityId("jl-yanji");

    /** From the root to the counties, each handed the directive by the one above. */
    private static final List<String> DOWN =
            List.of("ne", "jl", "jl-fa", "jl-ps", "jl-yanji", "jl-tumen");

    /** Those who act on a case. */
    enum Desk {
        FOREIGN_AFFAIRS("jl-yanji-fa"),
        PUBLIC_SECURITY("jl-yanji-ps"),
        BORDER_DEFENCE("jl-tumen-bd"),
        CUSTOMS("jl-tumen-cu");

        private final String unit;

        Desk(String unit) {
            this.unit = unit;
        }
    }

    private final Office office;
    private final BriefingId briefing = new BriefingId(DIRECTIVE);

    private Place(Office office) {
        this.office = office;
    }

    /** Makes the accounts, puts the directive in force and hands it down. */
    static void settle(Office office) {
        var place = new Place(office);
        var root = place.hire(ROOT.text());
        place.sign();
        var version = office.register().directive(DIRECTIVE).orElseThrow().ref().hash();
        place.done(root, new Command.PutInForce(place.briefing, version));
        place.done(root, new Command.HandDown(place.briefing));
        for (var unit : DOWN) {
            var officer = place.hire(unit);
            place.done(officer, new Command.Acknowledge(place.briefing));
            if (place.function(unit) == Function.COMMITTEE) {
                place.done(officer, new Command.HandDown(place.briefing));
            }
        }
        for (var desk : Desk.values()) {
            place.done(place.hire(desk.unit), new Command.Acknowledge(place.briefing));
        }
    }

    private Function function(String unit) {
        return office.register()
                .directive(DIRECTIVE)
                .orElseThrow()
                .authorities()
                .get(new AuthorityId(unit))
                .function();
    }

    private Session hire(String unit) {
        office.staff()
                .create(new OfficerId(unit), unit, PASSWORD, "Officer", new AuthorityId(unit));
        return signIn(office, unit);
    }

    private void sign() {
        var directive = office.register().directive(DIRECTIVE).orElseThrow();
        var pairs = RulePair.of(directive).stream().map(RulePair::hash).collect(Collectors.toSet());
        for (var name : List.of("law-1", "law-2")) {
            office.staff().createLawyer(new OfficerId(name), PASSWORD, "Lawyer", ROOT);
            var command = new Command.SignRules(briefing, directive.ref().hash(), pairs);
            done(signIn(office, name), command);
        }
    }

    private void done(Session session, Command command) {
        done(office.desk().handle(session, UUID.randomUUID().toString(), command));
    }

    static Reply.Done done(Reply reply) {
        return reply instanceof Reply.Done done ? done : fail(reply);
    }

    private static Reply.Done fail(Reply reply) {
        throw new IllegalStateException("the desk answers " + reply);
    }

    private static Session signIn(Office office, String login) {
        return office.doors().officer(login, PASSWORD).orElseThrow();
    }

    /** The officer at a desk, signed in. */
    static Session at(Office office, Desk desk) {
        return signIn(office, desk.unit);
    }

    static String login(Desk desk) {
        return desk.unit;
    }

    static String password() {
        return PASSWORD;
    }

    static AuthorityId home() {
        return HOME;
    }

    static LocalDate birth() {
        return LocalDate.of(1930, 5, 1);
    }

    static PersonName name() {
        return new PersonName("Latn", "Kim", "Chol Su");
    }

    /** Answers every question of the directive, and no route is open: a person must decide. */
    static Map<FactName, Value> facts() {
        return Map.of(
                new FactName("asked to return"), Value.of(false),
                new FactName("applied to build"), Value.of(false),
                new FactName("relations in Korea"), Value.of(false),
                new FactName("ethnicity"), Value.of("other"),
                new FactName("on a request list"), Value.of(false),
                new FactName("officer kinship"), Value.of(false));
    }

    static Draft draft() {
        var traveller =
                new Traveller(
                        ONE,
                        List.of(name()),
                        birth(),
                        "CN",
                        HOME,
                        Purpose.SETTLE,
                        new Facts(facts()),
                        List.of(),
                        List.of(),
                        "ko",
                        Optional.empty());
        return new Draft(Channel.WEB, Optional.empty(), List.of(traveller));
    }
}
