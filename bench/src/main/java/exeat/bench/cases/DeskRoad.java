package exeat.bench.cases;

import exeat.casework.Command;
import exeat.casework.Consequence;
import exeat.casework.StreamId.CaseId;
import exeat.desk.Filed;
import exeat.desk.Office;
import exeat.desk.Session;
import exeat.desk.Settings;
import exeat.rules.Purpose;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Exeat as a program uses it. A crossing takes the border's two officers, so that it is one command
 * more than the others have; and the traveller signs in to confirm, which is timed as well and
 * counted as no command.
 */
final class DeskRoad implements Contender {

    private static final String NAME = "desk";
    private static final Command.Direction DEPARTURE = Command.Direction.DEPARTURE;

    private final Office office;
    private final Connection superuser;
    private final List<Session> strangers = new ArrayList<>();
    private final Session foreignAffairs;
    private final Session publicSecurity;
    private final Session borderDefence;
    private final Session customs;

    private DeskRoad(Office office, Connection superuser) {
        this.office = office;
        this.superuser = superuser;
        foreignAffairs = Place.at(office, Place.Desk.FOREIGN_AFFAIRS);
        publicSecurity = Place.at(office, Place.Desk.PUBLIC_SECURITY);
        borderDefence = Place.at(office, Place.Desk.BORDER_DEFENCE);
        customs = Place.at(office, Place.Desk.CUSTOMS);
    }

    static DeskRoad open(OnePostgres postgres, Path data, Path directives) throws Exception {
        var office = office(postgres.database(NAME), data.resolve(NAME), directives);
        Place.settle(office);
        return new DeskRoad(office, postgres.superuser(NAME));
    }

    /** An office on a database of the one server. */
    static Office office(OnePostgres.Database database, Path data, Path directives) {
        return Office.open(
                new Settings(
                        data,
                        Optional.of(database.url()),
                        Optional.of(database.user()),
                        Optional.of(database.password()),
                        directives),
                InstantSource.system());
    }

    @Override
    public String title() {
        return "Exeat, Desk";
    }

    @Override
    public int commands() {
        return 8;
    }

    @Override
    public void prepare(int clients) {
        while (strangers.size() < clients) {
            strangers.add(office.doors().stranger());
        }
    }

    @Override
    public void ride(int client, Clock clock) {
        clock.begin();
        var journey = new Journey(strangers.get(client));
        journey.apply();
        clock.answered();
        journey.signIn();
        clock.begin();
        for (int step = 0; step < Journey.STEPS; step++) {
            journey.step(step);
            clock.answered();
        }
    }

    /** One case; each method is done when it returns. */
    private final class Journey {
        static final int STEPS = 7;

        private final Session stranger;
        private @Nullable Filed filed;
        private @Nullable Session party;

        Journey(Session stranger) {
            this.stranger = stranger;
        }

        void apply() {
            filed = office.desk().apply(stranger, key(), Place.draft());
        }

        void signIn() {
            party = office.doors().party(number(), filed().secret().orElseThrow()).orElseThrow();
        }

        /** From the confirmation to the second officer of the border. */
        void step(int step) {
            var id = id();
            switch (step) {
                case 0 ->
                        give(
                                Objects.requireNonNull(party),
                                new Command.Confirm(
                                        id, Place.ONE, Consequence.of(Purpose.SETTLE)));
                case 1 ->
                        give(
                                foreignAffairs,
                                new Command.ApproveReferred(id, Place.ONE, "they belong"));
                case 2 -> give(publicSecurity, new Command.Clear(id, Place.ONE, "identity"));
                case 3 ->
                        give(foreignAffairs, new Command.Clear(id, Place.ONE, "exit-formalities"));
                case 4 -> give(foreignAffairs, new Command.Authorise(id, Place.ONE));
                case 5 -> give(borderDefence, new Command.RecordCrossing(id, Place.ONE, DEPARTURE));
                case 6 -> give(customs, new Command.RecordCrossing(id, Place.ONE, DEPARTURE));
                default -> throw new IllegalArgumentException("no step " + step);
            }
        }

        private void give(Session session, Command command) {
            Place.done(office.desk().handle(session, key(), command));
        }

        private Filed filed() {
            return Objects.requireNonNull(filed);
        }

        CaseId id() {
            return (CaseId) Place.done(filed().reply()).stream();
        }

        String number() {
            return filed().number().orElseThrow();
        }
    }

    /** What one case writes, for whoever writes it again. */
    BareRoad.Recorded recorded() throws SQLException {
        prepare(1);
        try (var turn = superuser.createStatement()) {
            // The sequencer's own lock: what waits for the log must be seen waiting.
            turn.execute("select pg_advisory_lock(7311429513001363809)");
            var tape = Tape.of(superuser);
            var journey = new Journey(strangers.getFirst());
            journey.apply();
            long stream =
                    OnePostgres.number(
                            superuser,
                            "select id from exeat.stream where key = '%s'"
                                    .formatted(journey.id().key()));
            tape.step(stream);
            journey.signIn();
            tape.step(stream);
            for (int step = 0; step < Journey.STEPS; step++) {
                journey.step(step);
                tape.step(stream);
            }
            var paper =
                    OnePostgres.text(
                            superuser, "select number from exeat.paper where stream = " + stream);
            turn.execute("select pg_advisory_unlock(7311429513001363809)");
            return new BareRoad.Recorded(
                    tape.steps(), stream, journey.id().value().toString(), journey.number(), paper);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Override
    public long crossed() throws Exception {
        return crossed(superuser);
    }

    /** By the events: so many travellers have departed. */
    static long crossed(Connection superuser) throws Exception {
        return OnePostgres.number(
                superuser, "select count(1) from exeat.event where type = 'departed'");
    }

    @Override
    public Batched batched() {
        var counters = office.health().counters();
        return new Batched(counters.batches(), counters.batched());
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
        office.close();
    }
}
