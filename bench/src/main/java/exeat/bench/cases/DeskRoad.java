package exeat.bench.cases;

import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.PersonName;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.Office;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.desk.write.FilingReply;
import exeat.desk.write.Reply;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Exeat's own desk, in this process. */
final class DeskRoad implements Road {

    private static final TravellerNo ONE = new TravellerNo(1);
    private static final Facts SAID = BenchAnswers.facts();

    private final BenchPostgres server;
    private final Office office;
    private final Map<String, Session> officers;

    DeskRoad(BenchPostgres server, Office office, Map<String, Session> officers) {
        this.server = server;
        this.office = office;
        this.officers = officers;
    }

    @Override
    public String name() {
        return "Exeat, Desk";
    }

    @Override
    public List<Road.Client> clients(int many) {
        var clients = new ArrayList<Road.Client>();
        for (int n = 0; n < many; n++) {
            var stranger = office.authentication().anonymousSession();
            clients.add(() -> {
                var run = new Run(stranger);
                for (var step : Step.values()) {
                    run.take(step);
                }
            });
        }
        return clients;
    }

    /** The steps of one case, in order; all but the sign-in are commands. */
    enum Step {
        APPLY,
        SIGN_IN,
        CONFIRM,
        CLEAR_IDENTITY,
        CLEAR_FORMALITIES,
        AUTHORISE,
        CROSS_BORDER,
        CROSS_CUSTOMS
    }

    Run run() {
        return new Run(office.authentication().anonymousSession());
    }

    /** One case in progress. */
    final class Run {
        private final Session stranger;
        private Optional<FilingReply> filed = Optional.empty();
        private Optional<Session> party = Optional.empty();

        private Run(Session stranger) {
            this.stranger = stranger;
        }

        CaseId id() {
            return (CaseId) ((Reply.Done) filed.orElseThrow().reply()).stream();
        }

        void take(Step step) {
            switch (step) {
                case APPLY -> {
                    filed = Optional.of(office.desk().apply(stranger, key(), draft(Channel.WEB)));
                    done(filed.get().reply());
                }
                case SIGN_IN -> {
                    var number = filed.orElseThrow().number().orElseThrow();
                    var secret = filed.orElseThrow().secret().orElseThrow();
                    party = office.authentication().signInTraveller(number, secret);
                }
                case CONFIRM -> {
                    var told = EnumSet.allOf(Consequence.class);
                    give(party.orElseThrow(), new TravellerCommand.Confirm(id(), ONE, told));
                }
                case CLEAR_IDENTITY ->
                        give(
                                BriefedOfficers.POLICE,
                                new TravellerCommand.CompleteClearance(id(), ONE, "identity"));
                case CLEAR_FORMALITIES ->
                        give(
                                BriefedOfficers.HOLDER,
                                new TravellerCommand.CompleteClearance(
                                        id(), ONE, "exit-formalities"));
                case AUTHORISE ->
                        give(BriefedOfficers.HOLDER, new TravellerCommand.Authorise(id(), ONE));
                case CROSS_BORDER -> give(BriefedOfficers.BORDER, crossing());
                case CROSS_CUSTOMS -> give(BriefedOfficers.CUSTOMS, crossing());
            }
        }

        private Command crossing() {
            return new TravellerCommand.RecordCrossing(id(), ONE, CrossingDirection.DEPARTURE);
        }
    }

    private void give(String unit, Command command) {
        give(Objects.requireNonNull(officers.get(unit)), command);
    }

    private void give(Session session, Command command) {
        done(office.desk().handle(session, key(), command));
    }

    private static void done(Reply reply) {
        if (!(reply instanceof Reply.Done)) {
            throw new IllegalStateException("not done: " + reply);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /**
     * A national of the other state who asks to return: decided on confirmation, two clearances.
     */
    static ApplicationDraft draft(Channel channel) {
        var traveller =
                new Traveller(
                        ONE,
                        List.of(new PersonName("Latn", "Made", "Up")),
                        BirthDate.of(LocalDate.of(1980, 5, 1)),
                        "KP",
                        new AuthorityId("jl-yanji"),
                        new Purpose("return"),
                        SAID,
                        List.of(),
                        List.of(),
                        "en",
                        Optional.empty());
        return new ApplicationDraft(channel, Optional.empty(), List.of(traveller));
    }

    @Override
    public long crossed() throws Exception {
        return server.one("exeat", "select count(*) from exeat.event where type = 'departed'");
    }

    @Override
    public Road.Batches batches() {
        var counters = office.health().counters();
        return new Road.Batches(counters.batches(), counters.batched());
    }

    /** Leaves the office open: the caller opened it and closes it. */
    @Override
    public void close() {}
}
