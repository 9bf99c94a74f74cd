package exeat.demo.age;

import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.PersonName;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.demo.Packs;
import exeat.desk.Office;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.desk.projection.QueueName;
import exeat.desk.write.Reply;
import exeat.rules.SampleAnswers;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/**
 * Everything that people do and view in a normal case, and everything that clocks do, one after
 * another, in an office with the demonstration's officers. Each is repeated with cases of its own.
 */
public final class AgeDrive {

    private static final TravellerNo ONE = new TravellerNo(1);
    private static final int PAGE = 25;
    private static final String HOLDER = "jl-yanji-fa";
    private static final String POLICE = "jl-yanji-ps";
    private static final String COUNTY = "jl-yanji";
    private static final String PROVINCE = "jl";
    private static final String ROOT = "cn";

    private static final SampleAnswers ANSWERS = Packs.answers1963();
    private static final Map<String, String> STORY =
            Map.of("applied to build", "true", "relations in Korea", "true", "ethnicity", "korean");

    private final Office office;
    private final Map<String, Session> officers = new HashMap<>();
    private final List<CaseId> cases = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final List<String> papers = new ArrayList<>();
    private final List<Session> parties = new ArrayList<>();

    public AgeDrive(Office office) {
        this.office = office;
    }

    /**
     * An operation that is repeated.
     *
     * @param once runs it for the case with the given number; returns how many rows of a list it
     *     showed, 0 if there is no list
     */
    public record Op(String name, IntUnaryOperator once) {

        static Op of(String name, IntConsumer once) {
            return new Op(
                    name,
                    i -> {
                        once.accept(i);
                        return 0;
                    });
        }
    }

    /** All of it, in an order in which it can be done. */
    public List<Op> ops() {
        var ops = new ArrayList<>(road());
        ops.addAll(looks());
        ops.add(Op.of("clock: time passes", _ -> office.passTime()));
        return ops;
    }

    private List<Op> road() {
        return List.of(
                Op.of("apply, at a counter", _ -> apply()),
                Op.of("hand out a secret", this::issue),
                Op.of(
                        "sign in with a secret",
                        i ->
                                parties.add(
                                        office.authentication()
                                                .signInTraveller(numbers.get(i), secrets.get(i))
                                                .orElseThrow())),
                Op.of(
                        "confirm",
                        i ->
                                done(
                                        parties.get(i),
                                        new TravellerCommand.Confirm(
                                                cases.get(i),
                                                ONE,
                                                EnumSet.allOf(Consequence.class)))),
                Op.of(
                        "clear identity",
                        i ->
                                done(
                                        officer(POLICE),
                                        new TravellerCommand.CompleteClearance(
                                                cases.get(i), ONE, "identity"))),
                Op.of(
                        "clear exit formalities",
                        i ->
                                done(
                                        officer(HOLDER),
                                        new TravellerCommand.CompleteClearance(
                                                cases.get(i), ONE, "exit-formalities"))),
                Op.of("authorise", i -> authorise(cases.get(i))),
                Op.of(
                        "record a crossing, border defence",
                        i ->
                                done(
                                        officer("jl-tumen-bd"),
                                        new TravellerCommand.RecordCrossing(
                                                cases.get(i), ONE, CrossingDirection.DEPARTURE))),
                Op.of(
                        "record a crossing, customs",
                        i ->
                                done(
                                        officer("jl-tumen-cu"),
                                        new TravellerCommand.RecordCrossing(
                                                cases.get(i), ONE, CrossingDirection.DEPARTURE))));
    }

    private List<Op> looks() {
        var ops = new ArrayList<Op>();
        for (var unit : List.of(HOLDER, POLICE, "jl-tumen-bd", PROVINCE, ROOT)) {
            for (var queue : QueueName.values()) {
                ops.add(new Op("queue %s of %s".formatted(queue, unit), _ -> queue(unit, queue)));
            }
        }
        ops.add(
                Op.of(
                        "case, by its address",
                        i -> seen(office.cases().find(officer(HOLDER), cases.get(i)))));
        ops.add(
                Op.of(
                        "case, by its number",
                        i -> seen(office.cases().byNumber(officer(HOLDER), numbers.get(i)))));
        ops.add(
                Op.of(
                        "case, by its paper",
                        i -> seen(office.cases().byPaper(officer(HOLDER), papers.get(i)))));
        ops.add(
                Op.of(
                        "case, what happened",
                        i -> office.cases().history(officer(HOLDER), cases.get(i)).getFirst()));
        ops.add(
                Op.of(
                        "case, as its applicant",
                        i -> seen(office.cases().find(parties.get(i), cases.get(i)))));
        ops.add(Op.of("case, receipt", i -> office.ledger().receipt(parties.get(i), cases.get(i))));
        for (var unit : List.of(COUNTY, PROVINCE, ROOT)) {
            ops.add(
                    Op.of(
                            "situation report of " + unit,
                            _ -> office.reports().situation(officer(unit), new AuthorityId(unit))));
        }
        ops.add(Op.of("issues", _ -> office.issues().of(officer(HOLDER), new AuthorityId(HOLDER))));
        ops.add(Op.of("briefing", _ -> office.register().briefing(officer(HOLDER), "prc-1963")));
        ops.add(Op.of("directives", _ -> office.register().directives()));
        ops.add(
                Op.of(
                        "sign in as an officer, resumed",
                        _ -> seen(office.authentication().resume(officer(HOLDER).token()))));
        return ops;
    }

    private static void seen(Optional<?> something) {
        if (something.isEmpty()) {
            throw new IllegalStateException("what should be in sight is not");
        }
    }

    private Session officer(String unit) {
        return officer(unit, 1);
    }

    private Session officer(String unit, int number) {
        return officers.computeIfAbsent(
                unit + "-" + number,
                login -> office.authentication().signInOfficer(login, "demo-1963").orElseThrow());
    }

    private void apply() {
        var traveller =
                new Traveller(
                        ONE,
                        List.of(new PersonName("Latn", "Nobody", "Made Up")),
                        BirthDate.of(LocalDate.of(1980, 5, 1)),
                        "CN",
                        new AuthorityId(COUNTY),
                        new Purpose("settle"),
                        ANSWERS.facts(ANSWERS.beside(STORY)),
                        List.of(),
                        List.of(),
                        "ko",
                        Optional.empty());
        var draft = new ApplicationDraft(Channel.OFFICE, Optional.empty(), List.of(traveller));
        var filed = office.desk().apply(officer(HOLDER), UUID.randomUUID().toString(), draft);
        cases.add((CaseId) ((Reply.Done) filed.reply()).stream());
        numbers.add(filed.number().orElseThrow());
    }

    private void issue(int i) {
        var key = UUID.randomUUID().toString();
        var id = cases.get(i);
        var first = office.desk().askForSecret(officer(HOLDER), key, id, ONE, "a passport");
        var second = office.desk().issueSecret(officer(HOLDER, 2), key, id, ONE, 1, "the face");
        secrets.add(first.part().orElseThrow() + "-" + second.part().orElseThrow());
    }

    private void authorise(CaseId id) {
        done(officer(HOLDER), new TravellerCommand.Authorise(id, ONE)).events().stream()
                .filter(exeat.casework.event.TravellerEvent.Authorised.class::isInstance)
                .forEach(event ->
                        papers.add(
                                ((exeat.casework.event.TravellerEvent.Authorised) event).number()));
    }

    private Reply.Done done(Session session, Command command) {
        var reply = office.desk().handle(session, UUID.randomUUID().toString(), command);
        if (reply instanceof Reply.Done done) {
            return done;
        }
        throw new IllegalStateException(command.getClass().getSimpleName() + ": " + reply);
    }

    private int queue(String unit, QueueName queue) {
        var first = office.queues().page(officer(unit), queue, Optional.empty(), PAGE);
        var second =
                first.next()
                        .map(next ->
                                office.queues()
                                        .page(officer(unit), queue, Optional.of(next), PAGE));
        return first.rows().size() + second.map(page -> page.rows().size()).orElse(0);
    }
}
