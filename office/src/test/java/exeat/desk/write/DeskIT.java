package exeat.desk.write;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.value.Application.Channel;
import exeat.desk.Backstage;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.Town;
import exeat.desk.base.ApplicationDraft;
import exeat.rules.finding.Consequence;
import exeat.store.OfficeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each command acts once, however often it is sent, and one of two competing commands wins. */
class DeskIT {

    private final Town town = Town.shared();

    @Test
    void the_same_key_and_draft_give_the_same_application_and_secret() {
        var stranger = town.office.authentication().anonymousSession();
        var draft = new ApplicationDraft(Channel.WEB, Optional.empty(), List.of(Town.returning()));

        var first = town.office.desk().apply(stranger, "k1", draft);
        var again = town.office.desk().apply(stranger, "k1", draft);
        var other =
                town.office
                        .desk()
                        .apply(
                                stranger,
                                "k1",
                                new ApplicationDraft(
                                        Channel.WEB, Optional.empty(), List.of(Town.settling())));

        assertThat(again).isEqualTo(first);
        assertThat(other.reply()).isEqualTo(new Reply.KeyReused());
        assertThat(first.number().orElseThrow()).matches("EX-[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    @Test
    void the_same_command_under_one_key_replays_its_answer_and_another_is_told() {
        var filing = town.file(Town.returning());
        var party = town.party(filing);
        var told = EnumSet.allOf(Consequence.class);
        var confirm = new TravellerCommand.Confirm(filing.id(), ONE, told);

        var first = town.office.desk().handle(party, "confirm", confirm);
        var again = town.office.desk().handle(party, "confirm", confirm);
        var other =
                town.office
                        .desk()
                        .handle(party, "confirm", new TravellerCommand.Withdraw(filing.id(), ONE));

        assertThat(first).isInstanceOf(Reply.Done.class);
        assertThat(again).isEqualTo(first);
        assertThat(other).isEqualTo(new Reply.KeyReused());
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void a_unit_that_has_done_its_part_gets_the_same_answer_again() {
        var filing = town.confirmed(Town.returning());
        for (var clearance : town.state(filing, ONE).openClearances()) {
            var clear = new TravellerCommand.CompleteClearance(filing.id(), ONE, clearance.name());
            var officer = town.officer(clearance.unit());
            var done = town.office.desk().handle(officer, "clear " + filing.id(), clear);

            assertThat(done).isInstanceOf(Reply.Done.class);
            assertThat(town.office.desk().handle(officer, "clear " + filing.id(), clear))
                    .isEqualTo(done);
        }
    }

    @Test
    void a_rejected_command_may_be_tried_again_under_its_key() {
        var filing = town.file(Town.returning());
        var party = town.party(filing);
        var untold = new TravellerCommand.Confirm(filing.id(), ONE, java.util.Set.of());
        var told = new TravellerCommand.Confirm(filing.id(), ONE, EnumSet.allOf(Consequence.class));

        assertThat(town.office.desk().handle(party, "k", untold))
                .isInstanceOf(Reply.Rejected.class);
        assertThat(town.office.desk().handle(party, "k", told)).isInstanceOf(Reply.Done.class);
    }

    @Test
    void one_key_at_the_same_moment_acts_once() throws Exception {
        var officer = town.officer(YANJI_FA);
        var draft =
                new ApplicationDraft(Channel.OFFICE, Optional.empty(), List.of(Town.returning()));
        var key = Town.key();

        var filed = atOnce(16, () -> town.office.desk().apply(officer, key, draft));

        assertThat(filed).allMatch(f -> f.reply() instanceof Reply.Done);
        assertThat(filed.stream().map(FilingReply::number).collect(Collectors.toSet())).hasSize(1);
        var id = ((Reply.Done) filed.getFirst().reply()).stream();
        assertThat(town.office.cases().history(officer, (exeat.casework.value.StreamId.CaseId) id))
                .hasSize(1);
    }

    @Test
    void of_two_officers_who_decide_at_once_one_wins() throws Exception {
        var filing = town.confirmed(Town.referred());
        var officers = List.of(town.officer(YANJI_FA, 1), town.officer(YANJI_FA, 2));
        var approve =
                new TravellerCommand.ApproveReferred(filing.id(), ONE, "they belong together");

        var replies = new ArrayList<Reply>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = officers.stream().map(o -> threads.submit(() -> town.give(o, approve)));
            for (var future : futures.toList()) {
                replies.add(future.get());
            }
        }

        assertThat(replies).filteredOn(Reply.Done.class::isInstance).hasSize(1);
        assertThat(replies).filteredOn(Reply.Rejected.class::isInstance).hasSize(1);
    }

    @Test
    void waiting_commands_are_batched_and_a_rejected_one_fails_alone() throws Exception {
        var officer = town.officer(YANJI_FA);
        var before = town.office.health().counters();

        var replies =
                atOnce(
                        200,
                        () -> {
                            var good =
                                    new ApplicationDraft(
                                            Channel.OFFICE,
                                            Optional.empty(),
                                            List.of(Town.returning()));
                            var bad =
                                    new ApplicationDraft(
                                            Channel.WEB,
                                            Optional.empty(),
                                            List.of(Town.returning()));
                            var key = Town.key();
                            return town.office
                                    .desk()
                                    .apply(officer, key, key.charAt(0) < '8' ? good : bad)
                                    .reply();
                        });

        var after = town.office.health().counters();
        var done = replies.stream().filter(Reply.Done.class::isInstance).count();
        assertThat(done).isBetween(1L, 199L);
        assertThat(replies).allMatch(r -> r instanceof Reply.Done || r instanceof Reply.Rejected);
        assertThat(after.accepted() - before.accepted()).isEqualTo(done);
        assertThat(after.batches() - before.batches()).isLessThan(100);
    }

    @Test
    void commands_sent_together_act_or_fail_alone_and_a_retry_gives_the_same_answers() {
        var officer = town.officer(YANJI_FA);
        var prefix = Town.key();
        var drafts =
                IntStream.range(0, 300)
                        .mapToObj(n ->
                                new Desk.Keyed<>(
                                        prefix + n,
                                        new ApplicationDraft(
                                                n % 10 == 9 ? Channel.WEB : Channel.OFFICE,
                                                Optional.empty(),
                                                List.of(Town.returning()))))
                        .toList();
        var before = town.office.health().counters();

        var filed = town.office.desk().applyAll(officer, drafts);

        var after = town.office.health().counters();
        for (int n = 0; n < filed.size(); n++) {
            var expected = n % 10 == 9 ? Reply.Rejected.class : Reply.Done.class;
            assertThat(filed.get(n).reply()).isInstanceOf(expected);
        }
        assertThat(after.accepted() - before.accepted()).isEqualTo(270);
        assertThat(after.batches() - before.batches()).isLessThan(60);
        assertThat(town.office.desk().applyAll(officer, drafts)).isEqualTo(filed);
        var session = town.officer(YANJI_FA);
        var asks =
                filed.stream()
                        .filter(f -> f.reply() instanceof Reply.Done)
                        .map(f ->
                                (exeat.casework.value.StreamId.CaseId)
                                        ((Reply.Done) f.reply()).stream())
                        .map(id ->
                                new Desk.Keyed<CaseCommand>(
                                        Town.key(), new TravellerCommand.Authorise(id, ONE)))
                        .toList();
        assertThat(town.office.desk().handleAll(session, asks))
                .hasSize(270)
                .allMatch(Reply.Rejected.class::isInstance);
    }

    @Test
    void two_offices_on_one_database_never_both_act() throws Exception {
        var settings = OfficeSettings.embedded(town.data, Town.packs());
        var officers = List.of(town.officer(YANJI_FA, 1), town.officer(YANJI_FA, 2));
        try (var other = Office.visit(settings, town.clock());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                var filing = town.confirmed(Town.referred());
                var approve = new TravellerCommand.ApproveReferred(filing.id(), ONE, "they belong");
                var here = threads.submit(() -> town.give(officers.getFirst(), approve));
                var there = other.desk().handle(officers.getLast(), Town.key(), approve);

                var replies = List.of(here.get(), there);
                assertThat(replies).filteredOn(Reply.Done.class::isInstance).hasSize(1);
                assertThat(replies).filteredOn(Reply.Rejected.class::isInstance).hasSize(1);
            }
        }
    }

    @Test
    void a_full_queue_says_busy_at_once_and_takes_more_when_it_has_room() throws Exception {
        var filing = town.confirmed(Town.settling());
        var party = town.party(filing);
        var session = town.officer(YANJI_FA);
        try (var superuser = Backstage.superuser(town);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            superuser.setAutoCommit(false);
            Backstage.run(
                    superuser,
                    "select id from exeat.stream where key = '%s' for update"
                            .formatted(filing.id().key()));
            var ask =
                    new TravellerCommand.Ask(
                            filing.id(),
                            ONE,
                            new exeat.casework.value.RequestedItem.OfDocument("photograph"));
            var waiting =
                    IntStream.range(0, 1300)
                            .mapToObj(_ -> threads.submit(() -> town.give(session, ask)))
                            .toList();
            while (waiting.stream().noneMatch(Future::isDone)) {
                Thread.sleep(20);
            }
            superuser.rollback();
            var replies = new ArrayList<Reply>();
            for (var reply : waiting) {
                replies.add(reply.get());
            }

            assertThat(replies).filteredOn(Reply.Done.class::isInstance).hasSize(1);
            assertThat(replies).filteredOn(Reply.Busy.class::isInstance).isNotEmpty();
        }
        assertThat(
                        town.office
                                .desk()
                                .handle(
                                        party,
                                        "w",
                                        new TravellerCommand.Withdraw(filing.id(), ONE)))
                .isInstanceOf(Reply.Done.class);
    }

    @Test
    void an_ended_session_does_nothing() {
        var filing = town.file(Town.returning());
        var party = town.party(filing);
        town.office.authentication().signOut(party);

        assertThatThrownBy(() -> town.give(party, new TravellerCommand.Withdraw(filing.id(), ONE)))
                .isInstanceOfSatisfying(
                        OfficeException.class,
                        e -> assertThat(e.code()).isEqualTo(OfficeException.Code.SESSION_ENDED));
        assertThat(town.office.cases().find(party, filing.id())).isEmpty();
        assertThat(town.office.authentication().resume(party.token())).isEmpty();
    }

    @Test
    void a_wrong_secret_or_password_looks_like_an_unknown_one_and_ten_are_too_many() {
        var filing = town.file(Town.returning());
        var doors = town.office.authentication();
        assertThat(doors.signInTraveller(filing.number(), "0000-0000-0000-0000")).isEmpty();
        assertThat(doors.signInTraveller("EX-0000-0000", filing.secret())).isEmpty();
        assertThat(doors.signInOfficer("nobody", "x")).isEmpty();
        assertThat(doors.signInTraveller(filing.number(), filing.secret().replace("-", "")))
                .isPresent();

        for (int i = 0; i < 10; i++) {
            doors.signInTraveller(filing.number(), "1111-1111-1111-1111");
        }
        assertThat(doors.signInTraveller(filing.number(), filing.secret())).isEmpty();
        town.pass(Duration.ofMinutes(16));
        assertThat(doors.signInTraveller(filing.number(), filing.secret())).isPresent();
    }

    @Test
    void a_command_on_nothing_is_not_found() {
        var nothing = new exeat.casework.value.StreamId.CaseId(java.util.UUID.randomUUID());

        assertThat(
                        town.rejected(
                                town.officer(YANJI_FA),
                                new TravellerCommand.Authorise(nothing, ONE)))
                .isEqualTo(Rejection.Code.NOT_FOUND);
    }

    static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> future :
                    IntStream.range(0, times).mapToObj(_ -> threads.submit(call)).toList()) {
                results.add(future.get());
            }
            return results;
        }
    }
}
