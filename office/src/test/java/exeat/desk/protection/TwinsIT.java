package exeat.desk.protection;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.ONE;
import static exeat.desk.Town.TWO;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_PS;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.CaseHandling.ConflictOfInterest;
import exeat.casework.state.Undoing;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.Guardian;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PersonName;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.desk.Secrets;
import exeat.desk.Town;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.desk.projection.QueueName;
import exeat.desk.write.Reply;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * Two applications alike, one with a claim to protection of traveller 2 and one without: whoever
 * may not know is given the same of both, once what differs between any two applications is taken
 * away.
 */
class TwinsIT {

    private final Town town = Town.shared();

    /** An application, and the session of its first traveller. */
    private record Twin(Town.Filing filing, Session first) {}

    private Twin couple() {
        return twin(Town.adult(TWO, "KP", new Purpose("return"), Facts.NONE));
    }

    private Twin family() {
        var child =
                Town.person(
                        TWO,
                        LocalDate.of(2018, 3, 1),
                        "CN",
                        new Purpose("settle"),
                        Town.routeA(),
                        List.of(new Guardian("mother", Optional.of(ONE))));
        var twin = twin(child);
        var consent = new Safeguard.Consent(0, "signed");
        town.done(
                twin.first(), new TravellerCommand.MeetSafeguard(twin.filing().id(), TWO, consent));
        return twin;
    }

    private Twin twin(exeat.casework.value.Traveller second) {
        var filing = town.file(Town.settling(), second);
        var first = town.party(filing);
        var told = EnumSet.allOf(Consequence.class);
        town.done(first, new TravellerCommand.Confirm(filing.id(), ONE, told));
        return new Twin(filing, first);
    }

    /** Everything of a case that a session is given, by what it is called. */
    private Map<String, String> given(Session session, Twin twin) {
        var id = twin.filing().id();
        var cases = town.office.cases();
        var given = new LinkedHashMap<String, String>();
        var view = cases.find(session, id);
        given.put("view", view.map(v -> v.seen().travellers().toString()).orElse("none"));
        given.put("holder", view.map(v -> v.seen().holder().text()).orElse("none"));
        given.put("version", view.map(v -> Long.toString(v.version())).orElse("none"));
        given.put(
                "history",
                cases.history(session, id).stream()
                        .map(e -> e.event().toString())
                        .toList()
                        .toString());
        given.put("clocks", cases.clocks(session, id).toString());
        given.put("looks", town.office.accessLog().of(session).toString());
        given.replaceAll((_, text) -> normal(text, twin));
        return given;
    }

    /** Without ids and moments, in which any two applications differ. */
    private static String normal(String text, Twin twin) {
        return text.replace(twin.filing().id().value().toString(), "ID")
                .replace(twin.filing().number(), "NUMBER")
                .replaceAll("[0-9A-Za-z+/]{43}=", "HASH")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
    }

    private String receipt(Session session, Twin twin) throws InterruptedException {
        town.sequenced();
        var receipt = town.office.ledger().receipt(session, twin.filing().id()).orElseThrow();
        return receipt.steps().stream()
                .map(s -> s.event().type() + " " + s.event().sequence() + " " + s.event().actor())
                .toList()
                .toString();
    }

    private void claim(Twin twin) {
        claim(twin, TWO);
    }

    private void claim(Twin twin, TravellerNo no) {
        var claimed =
                town.office
                        .claims()
                        .claim(
                                Optional.empty(),
                                Town.key(),
                                new ClaimDoor.Claim(twin.filing().number(), no, "A friend."));
        assertThat(claimed).isEmpty();
    }

    private void isAlike(Twin with, Twin without) throws InterruptedException {
        assertThat(given(with.first(), with)).isEqualTo(given(without.first(), without));
        assertThat(receipt(with.first(), with)).isEqualTo(receipt(without.first(), without));
    }

    @Test
    void a_companion_is_given_the_same_of_both() throws Exception {
        var with = couple();
        var without = couple();
        claim(with);
        isAlike(with, without);
        // The police have the first traveller to identify, and nothing to do with the second.
        var police = town.officer(YANJI_PS);
        assertThat(given(police, with)).isEqualTo(given(police, without));
        // And when hours have passed, the file has gone on, and nothing is told of it.
        town.pass(Duration.ofHours(73));
        town.office.passTime();
        var again = town.party(with.filing());
        var other = town.party(without.filing());
        isAlike(new Twin(with.filing(), again), new Twin(without.filing(), other));
    }

    @Test
    void a_guardian_is_given_the_same_of_both() throws Exception {
        var with = family();
        var without = family();
        claim(with);
        isAlike(with, without);
    }

    @Test
    void what_a_companion_does_meanwhile_is_answered_alike_and_by_the_version_they_saw() {
        var with = couple();
        var without = couple();
        claim(with);
        assertThat(answered(with)).isEqualTo(answered(without));
    }

    /** A command that names the version seen; the same twice; and one that comes too late. */
    private String answered(Twin twin) {
        var id = twin.filing().id();
        var desk = town.office.desk();
        var version = town.office.cases().find(twin.first(), id).orElseThrow().version();
        var key = Town.key();
        var leave = new TravellerCommand.Withdraw(id, ONE);
        var done = desk.handle(twin.first(), key, leave, OptionalLong.of(version));
        var again = desk.handle(twin.first(), key, leave, OptionalLong.of(version));
        var late = desk.handle(twin.first(), Town.key(), leave, OptionalLong.of(version));
        assertThat(again).isEqualTo(done);
        assertThat(done).isInstanceOf(Reply.Done.class);
        var now = town.office.cases().find(twin.first(), id).orElseThrow().version();
        return version + " " + ((Reply.Done) done).sequence() + " " + now + " " + late;
    }

    /** Looks that an officer makes because of the claim, and of which the twin has none. */
    @Test
    void looks_by_reason_of_a_claim_show_to_neither_companion_nor_guardian() throws Exception {
        for (boolean child : new boolean[] {false, true}) {
            var with = child ? family() : couple();
            var without = child ? family() : couple();
            claim(with);
            town.pass(Duration.ofSeconds(5));
            var protection = town.officer(new AuthorityId("jl-yanji"));
            assertThat(town.office.cases().find(protection, with.filing().id())).isPresent();
            town.office.queues().page(protection, QueueName.PROTECTION, Optional.empty(), 200);
            isAlike(with, without);
            // Of whoever works on their own part they are told, in both alike.
            for (var twin : List.of(with, without)) {
                town.office.cases().find(town.officer(Town.YANJI_FA), twin.filing().id());
            }
            isAlike(with, without);
            assertThat(town.office.accessLog().of(with.first())).hasSize(1);
            for (int n : new int[] {1, 2}) {
                var hears = town.officer(new AuthorityId("jl-yanji"), n);
                town.done(
                        hears,
                        new TravellerCommand.HearProtection(
                                with.filing().id(), TWO, false, "a card", "It is not so."));
                town.office.cases().find(hears, with.filing().id());
                isAlike(with, without);
            }
        }
    }

    /**
     * Filed by somebody who stays, in whose name it runs, and who has a secret of their own: there
     * is nobody else in the program who acts for another adult.
     */
    private Twin represented(exeat.casework.value.Traveller one) {
        var principal = Optional.of(new PersonName("Latn", "Kim", "Stays"));
        var other = Town.adult(TWO, "KP", new Purpose("return"), Facts.NONE);
        var draft = new ApplicationDraft(Channel.WEB, principal, List.of(one, other));
        var filing = town.file(draft);
        return new Twin(filing, town.party(filing));
    }

    /** Whoever filed for others and stays; for an adult, and as the guardian of a child. */
    @Test
    void whoever_filed_for_others_and_stays_is_given_the_same_of_both() throws Exception {
        for (boolean child : new boolean[] {false, true}) {
            var with = represented(child ? childOfPrincipal() : Town.returning());
            var without = represented(child ? childOfPrincipal() : Town.returning());
            for (var twin : List.of(with, without)) {
                confirm(twin, child);
            }
            claim(with, ONE);
            isAlike(with, without);
            town.pass(Duration.ofSeconds(5));
            town.office.cases().find(town.officer(YANJI), with.filing().id());
            isAlike(with, without);
            for (int n : new int[] {1, 2}) {
                var hears = town.officer(YANJI, n);
                var id = with.filing().id();
                town.done(
                        hears,
                        new TravellerCommand.HearProtection(id, ONE, true, "a card", "It is so."));
                isAlike(with, without);
            }
            town.pass(Duration.ofSeconds(5));
            inPerson(with, new TravellerCommand.EndClaimInPerson(with.filing().id(), ONE, "a"));
            isAlike(with, without);
            restored(with);
            isAlike(with, without);
            town.pass(Duration.ofSeconds(5));
            town.office.cases().find(town.officer(YANJI), with.filing().id());
            isAlike(with, without);
        }
    }

    private static exeat.casework.value.Traveller childOfPrincipal() {
        return Town.person(
                ONE,
                LocalDate.of(2018, 3, 1),
                "CN",
                new Purpose("settle"),
                Town.routeA(),
                List.of(new Guardian("mother", Optional.of(TravellerNo.PRINCIPAL))));
    }

    private void confirm(Twin twin, boolean child) {
        var id = twin.filing().id();
        if (child) {
            var consent = new Safeguard.Consent(0, "signed");
            town.done(twin.first(), new TravellerCommand.MeetSafeguard(id, ONE, consent));
            return;
        }
        var secret = Secrets.of(town, Town.YANJI_FA, id, ONE);
        town.done(
                Secrets.party(town, twin.filing(), secret),
                new TravellerCommand.Confirm(id, ONE, EnumSet.allOf(Consequence.class)));
    }

    private void inPerson(Twin twin, TravellerCommand.AskInPerson command) {
        var id = twin.filing().id();
        town.done(town.officer(YANJI, 3), command);
        town.done(town.officer(YANJI, 4), new TravellerCommand.SecondInPerson(id, ONE, 1, "a"));
    }

    /** It was not they who ended it, two officers of another unit say. */
    private void restored(Twin twin) {
        var id = twin.filing().id();
        var disown = new TravellerCommand.DisownInPerson(id, ONE, false, "a card");
        town.done(town.officer(JILIN, 1), disown);
        int request = Undoing.NUMBERED_AFTER + 1;
        var second = new TravellerCommand.SecondInPerson(id, ONE, request, "a");
        town.done(town.officer(JILIN, 2), second);
    }

    @Test
    void whoever_filed_for_somebody_is_told_of_no_look_by_reason_of_a_claim_for_them()
            throws Exception {
        var with = couple();
        var without = couple();
        claim(with, ONE);
        town.pass(Duration.ofSeconds(5));
        town.office.cases().find(town.officer(new AuthorityId("jl-yanji")), with.filing().id());
        isAlike(with, without);
    }

    /** The same application, for its second traveller. */
    private Twin second(Twin twin) {
        var secret = Secrets.of(town, Town.YANJI_FA, twin.filing().id(), TWO);
        return new Twin(twin.filing(), Secrets.party(town, twin.filing(), secret));
    }

    /** Whoever filed for somebody, and also travels with them. */
    @Test
    void what_is_done_with_an_unproved_secret_shows_to_a_companion_in_both_alike()
            throws Exception {
        var with = couple();
        var without = couple();
        town.clear(with.filing(), ONE);
        town.clear(without.filing(), ONE);
        var beside = second(with);
        var besideWithout = second(without);
        claim(with, ONE);
        var officer = new OfficerId(Town.YANJI_PS.text() + ".1");
        for (var twin : List.of(with, without)) {
            var id = twin.filing().id();
            town.done(
                    twin.first(),
                    new TravellerCommand.Recuse(id, ONE, officer, ConflictOfInterest.FRIEND, "x"));
        }
        isAlike(beside, besideWithout);
        for (var twin : List.of(with, without)) {
            town.done(twin.first(), new TravellerCommand.Withdraw(twin.filing().id(), ONE));
        }
        isAlike(beside, besideWithout);
        isAlike(with, without);
    }

    /** The second traveller claimed, ended it, left, and had their part erased. */
    @Test
    void an_erasure_tells_a_companion_nothing_of_a_claim_that_went_with_it() throws Exception {
        var with = erased(true);
        var without = erased(false);
        isAlike(with, without);
        for (var unit : List.of("jl", "ne", "cn")) {
            var officer = town.officer(new AuthorityId(unit));
            assertThat(given(officer, with)).as(unit).isEqualTo(given(officer, without));
        }
        assertThat(town.office.audit()).isEmpty();
    }

    private Twin erased(boolean claimed) {
        var other = Town.adult(TWO, "KP", new Purpose("return"), Facts.NONE);
        var filing = Secrets.entered(town, Town.settling(), other);
        var id = filing.id();
        var first = town.party(filing);
        var second = second(new Twin(filing, first)).first();
        if (claimed) {
            town.done(second, new TravellerCommand.ClaimProtection(id, TWO));
            town.done(second, new TravellerCommand.EndProtectionClaim(id, TWO));
        }
        town.done(first, new TravellerCommand.Withdraw(id, ONE));
        town.done(second, new TravellerCommand.Withdraw(id, TWO));
        town.done(second, new ArchiveCommand.EraseOwn(id, TWO));
        return new Twin(filing, first);
    }

    @Test
    void an_officer_above_who_has_nothing_to_do_for_them_is_given_the_same_of_both() {
        var with = couple();
        var without = couple();
        claim(with, ONE);
        for (var unit : List.of("jl", "ne", "cn", "jl-fa")) {
            var officer = town.officer(new AuthorityId(unit));
            assertThat(given(officer, with)).as(unit).isEqualTo(given(officer, without));
        }
    }

    /** Of another city, who protects, decides or identifies; and its border posts. */
    @Test
    void officers_elsewhere_and_at_the_border_are_given_the_same_of_both() {
        var with = couple();
        var without = couple();
        claim(with, ONE);
        claim(with, TWO);
        for (var unit : List.of("", "-fa", "-ps", "-bd", "-cu")) {
            var officer = town.officer(new AuthorityId("jl-tumen" + unit));
            assertThat(given(officer, with)).as(unit).isEqualTo(given(officer, without));
            assertThat(found(officer, with)).as(unit).isEqualTo(found(officer, without));
            for (var which : QueueName.values()) {
                assertThat(rows(officer, which, with)).isEqualTo(rows(officer, which, without));
            }
        }
    }

    /** What a search by its number answers. */
    private String found(Session session, Twin twin) {
        var number = twin.filing().number();
        return normal(town.office.search().byNumber(session, number).toString(), twin);
    }

    private String rows(Session session, QueueName which, Twin twin) {
        var page = town.office.queues().page(session, which, Optional.empty(), 200);
        return page.rows().stream()
                .filter(row -> row.number().equals(twin.filing().number()))
                .map(row -> normal(row.toString(), twin))
                .toList()
                .toString();
    }

    @Test
    void no_queue_of_an_officer_who_has_nothing_to_do_with_them_tells_of_a_claim() {
        var filing = couple();
        var before = numbers(filing);
        claim(filing);
        assertThat(numbers(filing)).isEqualTo(before);
    }

    private List<String> numbers(Twin of) {
        var police = town.officer(YANJI_PS);
        return List.of(QueueName.values()).stream()
                .map(which -> which + " " + rows(police, which, of))
                .toList();
    }

    @Test
    void a_question_to_the_first_traveller_shows_in_both_alike() throws Exception {
        var with = couple();
        var without = couple();
        claim(with);
        for (var twin : List.of(with, without)) {
            town.done(
                    town.officer(Town.YANJI_FA),
                    new TravellerCommand.Ask(
                            twin.filing().id(), ONE, new RequestedItem.OfDocument("photograph")));
        }
        // The receipt too: its numbers are those of what is told, and no leaf has the true one.
        isAlike(with, without);
    }
}
