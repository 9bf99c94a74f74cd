package exeat.desk.queue;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.ONE;
import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.TUMEN_FA;
import static exeat.desk.Town.YANJI_FA;
import static exeat.desk.Town.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseHandling;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.UnitChange;
import exeat.desk.Town;
import exeat.desk.auth.Authentication;
import exeat.desk.auth.UnitAdministration;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseReader;
import exeat.desk.projection.QueueName;
import exeat.desk.write.Reply;
import exeat.oversight.TimeAccounting;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** How files are kept, against a database of its own: a unit closes in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("day")
class KeepingIT {

    private static final BriefingId BRIEFING = new BriefingId("prc-1963");
    private static final AuthorityId JILIN_FA = new AuthorityId("jl-fa");

    private final Town town = Town.alone();
    private int administrators;

    @AfterAll
    void close() {
        town.office.close();
    }

    private static Command approve(Town.Filing filing) {
        return new TravellerCommand.ApproveReferred(filing.id(), ONE, "a reason");
    }

    private static OfficerId id(Session session) {
        return ((Actor.Officer) session.actor()).id();
    }

    private static AuthorityId unit(Session session) {
        return ((Actor.Officer) session.actor()).unit();
    }

    @Test
    @Order(0)
    void a_stand_in_acts_under_their_own_name_and_only_for_the_time() {
        var filing = town.confirmed(Town.referred());
        var away = town.officer(YANJI_FA);
        var standIn = town.officer(TUMEN_FA);
        var today = town.today();
        assertThat(town.office.authentication().actFor(standIn, Optional.of(id(away)))).isFalse();
        town.done(
                away,
                new BriefingCommand.Delegate(
                        BRIEFING, id(away), id(standIn), today, today.plusDays(1)));
        assertThat(town.rejected(standIn, approve(filing))).isEqualTo(Rejection.Code.NOT_FOUND);
        assertThat(town.office.authentication().standIns(standIn))
                .extracting(Authentication.StandIn::officer)
                .containsExactly(id(away));

        assertThat(town.office.authentication().actFor(standIn, Optional.of(id(away)))).isTrue();

        var acting = town.office.authentication().resume(standIn.token()).orElseThrow();
        assertThat(unit(acting)).isEqualTo(YANJI_FA);
        assertThat(id(acting)).isEqualTo(id(standIn));
        assertThat(town.office.cases().find(acting, filing.id())).isPresent();
        // A stand-in does not second what the other proposed.
        town.done(
                away,
                new TravellerCommand.ProposeAct(
                        filing.id(),
                        ONE,
                        new exeat.casework.value.TwoOfficerAct.Refuse(),
                        "a reason"));
        assertThat(
                        town.rejected(
                                standIn,
                                new TravellerCommand.SecondProposal(
                                        filing.id(), ONE, 1, Town.AGREED)))
                .isEqualTo(Rejection.Code.SECOND_OFFICER);
        var done = town.done(standIn, approve(filing));
        assertThat(done.events())
                .filteredOn(TravellerEvent.ReferredApproved.class::isInstance)
                .singleElement()
                .isEqualTo(new TravellerEvent.ReferredApproved(ONE, id(standIn), "a reason"));

        var later = town.confirmed(Town.referred());
        town.pass(Duration.ofDays(2));
        var again = town.officer(TUMEN_FA);
        assertThat(unit(town.office.authentication().resume(again.token()).orElseThrow()))
                .isEqualTo(TUMEN_FA);
        assertThat(town.rejected(again, approve(later))).isEqualTo(Rejection.Code.NOT_FOUND);
        assertThat(town.office.authentication().actFor(again, Optional.of(id(away)))).isFalse();
    }

    /** Ended early, it would otherwise leave nothing by which the two are known to be connected. */
    @Test
    @Order(1)
    void one_mandate_never_gives_both_acts_whoever_stood_in_and_however_it_ended() {
        var away = town.officer(YANJI_FA, 3);
        var first = town.officer(TUMEN_FA, 2);
        var second = town.officer(TUMEN_FA, 3);
        var filing = town.confirmed(Town.referred());
        int delegation = delegate(away, first);
        assertThat(town.office.authentication().actFor(first, Optional.of(id(away)))).isTrue();
        var acting = town.office.authentication().resume(first.token()).orElseThrow();
        town.done(
                acting,
                new TravellerCommand.ProposeAct(
                        filing.id(), ONE, new exeat.casework.value.TwoOfficerAct.Refuse(), "so"));
        town.done(away, new BriefingCommand.EndDelegation(BRIEFING, delegation));
        var agree = new TravellerCommand.SecondProposal(filing.id(), ONE, 1, Town.AGREED);

        assertThat(town.rejected(away, agree)).isEqualTo(Rejection.Code.SECOND_OFFICER);

        delegate(away, second);
        assertThat(town.office.authentication().actFor(second, Optional.of(id(away)))).isTrue();
        var other = town.office.authentication().resume(second.token()).orElseThrow();
        assertThat(town.rejected(other, agree)).isEqualTo(Rejection.Code.SECOND_OFFICER);
        town.heard(filing, 1);
        town.done(town.officer(YANJI_FA, 4), agree);
    }

    private int delegate(Session from, Session to) {
        var today = town.today();
        return town
                .done(from, new BriefingCommand.Delegate(BRIEFING, id(from), id(to), today, today))
                .events()
                .stream()
                .filter(exeat.casework.event.DutyEvent.Delegated.class::isInstance)
                .map(exeat.casework.event.DutyEvent.Delegated.class::cast)
                .findFirst()
                .orElseThrow()
                .delegation();
    }

    @Test
    @Order(2)
    void an_officer_who_is_away_can_do_nothing_until_they_are_back() {
        var filing = town.confirmed(Town.referred());
        var me = town.officer(YANJI_FA, 2);
        var today = town.today();
        town.done(
                town.officer(JILIN_FA),
                new BriefingCommand.SetAbsence(BRIEFING, id(me), today, today.plusDays(30)));

        assertThat(town.rejected(me, approve(filing))).isEqualTo(Rejection.Code.NOT_ALLOWED);
        town.done(me, new BriefingCommand.EndAbsence(BRIEFING, 1));
        town.done(me, approve(filing));
    }

    @Test
    @Order(3)
    void an_act_out_of_order_is_kept_with_its_reason_and_seen_above() {
        town.pass(Duration.ofHours(3));
        var me = town.officer(YANJI_FA);
        for (var row = town.office.workQueue().takeNext(me, QueueName.REFERRED);
                row.isPresent();
                row = town.office.workQueue().takeNext(me, QueueName.REFERRED)) {
            town.done(me, new TravellerCommand.ApproveReferred(row.get().id(), ONE, "a reason"));
        }
        var first = town.confirmed(Town.referred());
        town.pass(Duration.ofDays(1));
        var second = town.confirmed(Town.referred());
        var turns = town.office.workQueue();
        me = town.officer(YANJI_FA);

        assertThat(turns.itemsAhead(me, approve(first))).isEmpty();
        assertThat(turns.itemsAhead(me, approve(second)).orElseThrow().before()).isEqualTo(1);
        turns.handle(
                me, Town.key(), approve(second), Optional.empty(), java.util.OptionalLong.empty());

        assertThat(town.office.queues().jumps(town.officer(JILIN_FA), 10))
                .singleElement()
                .satisfies(jump -> {
                    assertThat(jump.number()).isEqualTo(second.number());
                    assertThat(jump.by()).isEqualTo(id(town.officer(YANJI_FA)));
                    assertThat(jump.why()).isEqualTo(CaseHandling.OutOfOrderReason.NOT_SAID);
                });
        assertThat(town.office.queues().jumps(town.officer(TUMEN_FA), 10)).isEmpty();
        assertThat(town.office.cases().history(town.party(second), second.id()))
                .anyMatch(recorded -> recorded.event() instanceof TravellerEvent.Jumped);
        // A case that one officer took is not offered to another.
        var third = town.confirmed(Town.referred());
        assertThat(turns.takeNext(me, QueueName.REFERRED).orElseThrow().id()).isEqualTo(first.id());
        assertThat(turns.takeNext(town.officer(YANJI_FA, 2), QueueName.REFERRED).orElseThrow().id())
                .isEqualTo(third.id());
        assertThat(turns.itemsAhead(town.officer(YANJI_FA, 2), approve(third))).isEmpty();
    }

    @Test
    @Order(4)
    void the_reason_for_an_act_out_of_order_is_recorded_with_it_once_or_not_at_all() {
        var turns = town.office.workQueue();
        var none = java.util.OptionalLong.empty();
        town.confirmed(Town.referred());
        town.pass(Duration.ofDays(1));
        var me = town.officer(YANJI_FA, 2);
        var late = town.confirmed(Town.referred());
        assertThat(turns.itemsAhead(me, approve(late))).isPresent();
        long seen = town.office.cases().find(me, late.id()).orElseThrow().version();

        var old = java.util.OptionalLong.of(seen - 1);
        assertThat(turns.handle(me, Town.key(), approve(late), Optional.empty(), old))
                .isEqualTo(new Reply.Rejected(new Rejection(Rejection.Code.CHANGED, "version")));
        assertThat(jumps(late)).isZero();

        var key = Town.key();
        var now = java.util.OptionalLong.of(seen);
        var done = (Reply.Done) turns.handle(me, key, approve(late), Optional.empty(), now);
        assertThat(done.events()).isNotEmpty().noneMatch(TravellerEvent.Jumped.class::isInstance);
        assertThat(turns.handle(me, key, approve(late), Optional.empty(), now)).isEqualTo(done);
        assertThat(turns.handle(me, key, approve(late), Optional.empty(), none)).isEqualTo(done);
        assertThat(jumps(late)).isOne();
    }

    private long jumps(Town.Filing filing) {
        return town.office.cases().history(town.party(filing), filing.id()).stream()
                .filter(recorded -> recorded.event() instanceof TravellerEvent.Jumped)
                .count();
    }

    @Test
    @Order(4)
    void cases_that_an_officer_may_not_see_come_before_nothing() {
        var unseen = new java.util.ArrayList<Town.Filing>();
        for (int i = 0; i < 6; i++) {
            unseen.add(town.confirmed(Town.referred()));
        }
        town.pass(Duration.ofDays(1));
        var me = town.officer(YANJI_FA);
        var late = town.confirmed(Town.referred());
        int before = town.office.workQueue().itemsAhead(me, approve(late)).orElseThrow().before();
        assertThat(before).isGreaterThanOrEqualTo(6);
        for (var filing : unseen) {
            town.done(
                    me,
                    new TravellerCommand.Recuse(
                            filing.id(),
                            ONE,
                            id(me),
                            CaseHandling.ConflictOfInterest.FAMILY,
                            "a cousin of mine"));
        }
        var free = town.office.workQueue().itemsAhead(me, approve(late));
        assertThat(free.map(WorkQueue.OutOfTurn::before).orElse(0)).isEqualTo(before - 6);
        var other = town.officer(YANJI_FA, 2);
        assertThat(town.office.workQueue().itemsAhead(other, approve(late)).orElseThrow().before())
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    @Order(4)
    void two_officers_take_files_that_are_equal_in_one_order() {
        for (int i = 0; i < 6; i++) {
            town.confirmed(Town.returning());
        }
        var one = order(town.officer(YANJI_PS));
        assertThat(order(town.officer(YANJI_PS, 2))).isEqualTo(one);
        assertThat(one).hasSizeGreaterThanOrEqualTo(6);
    }

    /** The whole queue, three rows at a time. */
    private List<String> order(Session session) {
        var numbers = new java.util.ArrayList<String>();
        Optional<String> after = Optional.empty();
        do {
            var page = town.office.queues().page(session, QueueName.CLEARANCES, after, 3);
            page.rows().forEach(row -> numbers.add(row.number() + " " + row.task()));
            after = page.next();
        } while (after.isPresent());
        return numbers;
    }

    @Test
    @Order(5)
    void the_traveller_reads_who_had_the_file_for_how_long() {
        var filing = town.confirmed(Town.referred());
        town.pass(Duration.ofDays(3));
        town.done(
                town.officer(JILIN_FA),
                new CaseCommand.HandOver(filing.id(), YANJI_FA, TUMEN_FA, "too many files"));
        town.pass(Duration.ofDays(2));

        var clocks = town.office.cases().clocks(town.party(filing), filing.id());

        var clock = java.util.Objects.requireNonNull(clocks.get(ONE));
        assertThat(clock.booking().byUnit())
                .containsEntry(YANJI_FA, new TimeAccounting.Sum(3, 0, working(clock, YANJI_FA)))
                .containsEntry(TUMEN_FA, new TimeAccounting.Sum(2, 0, working(clock, TUMEN_FA)));
        assertThat(clock.running())
                .singleElement()
                .satisfies(limit -> assertThat(limit.unit()).isEqualTo(TUMEN_FA));
        assertThat(town.office.cases().clocks(town.officer(JILIN), filing.id())).isEmpty();
    }

    private static int working(CaseReader.TravellerClock clock, AuthorityId unit) {
        return java.util.Objects.requireNonNull(clock.booking().byUnit().get(unit)).worked();
    }

    private void made(UnitChange change) {
        var units = town.office.unitAdministration();
        var proposer = town.administrator("units." + ++administrators);
        var seconder = town.administrator("units." + ++administrators);
        var proposed = units.propose(proposer, change, "few people live there now");
        assertThat(proposed.rule()).isEmpty();
        assertThat(units.agree(proposer, proposed.proposal()).refused())
                .contains(UnitAdministration.Refusal.OWN);
        assertThat(units.agree(seconder, proposed.proposal()).done()).isTrue();
    }

    @Test
    @Order(6)
    void a_unit_that_is_merged_leaves_nothing_behind_and_its_officers_go_on() throws Exception {
        var filing = town.confirmed(Town.settling());
        var ended = town.confirmed(Town.referred());
        town.done(town.party(ended), new TravellerCommand.Withdraw(ended.id(), ONE));
        var from = town.today().plusDays(2);
        made(
                new UnitChange.Renamed(
                        YANJI_FA, new TreeMap<>(Map.of("en", "Yanji Bureau")), from.minusDays(1)));
        made(new UnitChange.Merged(YANJI_FA, TUMEN_FA, from));
        town.office.passTime();
        assertThat(holder(filing, town.officer(JILIN))).isEqualTo(YANJI_FA);

        town.pass(Duration.ofDays(3));
        assertThat(town.rejected(town.officer(YANJI_FA), ask(filing)))
                .isEqualTo(Rejection.Code.NOT_ALLOWED);
        town.office.passTime();

        assertThat(holder(filing, town.officer(JILIN))).isEqualTo(TUMEN_FA);
        var former =
                town.office.authentication().resume(town.officer(YANJI_FA).token()).orElseThrow();
        assertThat(unit(former)).isEqualTo(TUMEN_FA);
        town.done(former, ask(filing));
        assertThat(town.office.queues().forUnit(town.officer(JILIN_FA), YANJI_FA, 10)).isEmpty();
        // Ended cases keep the unit's name, and its successor may read them.
        assertThat(holder(ended, former)).isEqualTo(YANJI_FA);
        var register = town.office.register();
        assertThat(register.units().whole().name(YANJI_FA, from.minusDays(2), "en")).isEmpty();
        assertThat(register.units().whole().name(YANJI_FA, from, "en")).contains("Yanji Bureau");
        assertThat(register.units().whole().isOpen(YANJI_FA, from.minusDays(1))).isTrue();
        assertThat(register.units().whole().isOpen(YANJI_FA, from)).isFalse();
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    @Order(7)
    void the_work_of_a_unit_that_closes_goes_up() throws Exception {
        var filing = town.confirmed(Town.settling());
        made(new UnitChange.Closed(TUMEN_FA, town.today()));
        // The clock of these tests jumps, so that nothing is handed over before it passes.
        town.office.passTime();

        assertThat(holder(filing, town.officer(JILIN))).isEqualTo(JILIN_FA);
        var former =
                town.office.authentication().resume(town.officer(TUMEN_FA).token()).orElseThrow();
        assertThat(unit(former)).isEqualTo(JILIN_FA);
        town.done(former, ask(filing));
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
    }

    @Test
    @Order(8)
    void a_pack_places_units_where_the_register_has_them() throws Exception {
        var register = town.office.register();
        made(new UnitChange.Moved(Town.YANJI, ROOT, town.today().plusDays(1)));
        register.load(twin("agrees"));
        town.pass(Duration.ofDays(2));

        assertThatThrownBy(() -> register.load(twin("differs")))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("jl-yanji: it is below jl here, and below ");
        assertThat(register.directive("agrees")).isPresent();
        assertThat(register.directive("differs")).isEmpty();
        assertThat(town.office.audit()).isEmpty();
    }

    /** The same pack under another name. */
    private static Path twin(String name) throws IOException {
        var folder = Town.emptyFolder().resolveSibling("packs-of-keeping").resolve(name);
        Files.createDirectories(folder);
        try (var files = Files.list(Town.packs().resolve("prc-1963"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file,
                        folder.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder;
    }

    private static Command ask(Town.Filing filing) {
        return new TravellerCommand.Ask(
                filing.id(), ONE, new exeat.casework.value.RequestedItem.OfDocument("photograph"));
    }

    private AuthorityId holder(Town.Filing filing, Session session) {
        return town.office.cases().find(session, filing.id()).orElseThrow().seen().holder();
    }
}
