package exeat.desk.cases;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.access.Disclosure;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.casework.state.TravellerState;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Guardian;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.Backstage;
import exeat.desk.Samples;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.codec.JsonCodec;
import exeat.desk.codec.PayloadSealing;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.rows.ReadStore.Viewer;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Only those who see a traveller whole get their key, which opens what others never get. */
class GuardedIT {

    private final Town town = Town.shared();

    /** What the reading role gets of a case in one session. */
    private record Row(long version, Bytes state, Bytes wrapped, Map<Integer, Bytes> keys) {}

    private Optional<Row> row(Session session, Town.Filing filing) throws SQLException {
        try (var reader = Backstage.role(town, "reader")) {
            reader.setAutoCommit(false);
            look(reader, new Viewer(SessionTokens.hash(session.token()), town.clock().instant()));
            return Backstage.rows(
                            reader,
                            """
                            select t.version, t.state, k.wrapped,
                                coalesce((select jsonb_object_agg(
                                        x.traveller, encode(x.wrapped, 'hex'))::text
                                    from exeat.traveller_key x where x.stream = t.id), '') as keys
                            from exeat.stream t join exeat.stream_key k on k.stream = t.id
                            where t.key = '%s'
                            """
                                    .formatted(filing.id().key()))
                    .stream()
                    .map(row ->
                            new Row(
                                    row.number("version"),
                                    row.bytes("state"),
                                    row.bytes("wrapped"),
                                    row.keys("keys")))
                    .findFirst();
        }
    }

    private static void look(Connection reader, Viewer eyes) throws SQLException {
        Backstage.rows(
                reader,
                "select set_config('exeat.session', '%s', true), set_config('exeat.now', '%s', true)"
                        .formatted(eyes.token().hex(), eyes.now()));
    }

    private List<Session> everybody(Town.Filing filing) {
        var units =
                List.of(
                        Town.ROOT,
                        Town.JILIN,
                        new AuthorityId("jl-ps"),
                        new AuthorityId("jl-fa"),
                        Town.YANJI,
                        Town.YANJI_FA,
                        Town.YANJI_PS,
                        Town.TUMEN_FA,
                        Town.TUMEN_BD,
                        Town.TUMEN_CU);
        var sessions = new ArrayList<Session>();
        units.forEach(unit -> sessions.add(town.officer(unit)));
        sessions.add(town.party(filing));
        sessions.add(town.party(town.confirmed(Town.returning())));
        return sessions;
    }

    /** Exactly those who see a traveller whole have their key: checked for every mandate. */
    private void holds(Town.Filing filing) throws SQLException {
        for (var session : everybody(filing)) {
            var whole =
                    town.office.cases().find(session, filing.id()).stream()
                            .flatMap(view -> view.seen().travellers().entrySet().stream())
                            .filter(seen -> seen.getValue() instanceof Disclosure.Whole)
                            .map(seen -> seen.getKey().number())
                            .collect(Collectors.toSet());
            var keys = row(session, filing).map(row -> row.keys().keySet()).orElse(Set.of());
            assertThat(keys).as("%s in %s", session.actor(), filing.number()).isEqualTo(whole);
        }
    }

    @Test
    void every_mandate_has_exactly_the_keys_of_those_it_sees_whole() throws Exception {
        var settling = town.confirmed(Town.settling());
        holds(settling);
        town.clear(settling, ONE);
        holds(settling);
        town.authorise(settling, ONE);
        holds(settling);
        town.cross(settling, ONE, CrossingDirection.DEPARTURE);
        holds(settling);

        var refused = town.confirmed(Town.referred());
        town.byTwo(refused, Town.YANJI_FA, new TwoOfficerAct.Refuse());
        town.done(
                town.party(refused),
                new TravellerCommand.Appeal(
                        refused.id(), ONE, new AppealSubject.Refusal(), "words of my own"));
        holds(refused);

        var hidden = town.confirmed(Town.settling());
        town.done(town.party(hidden), new TravellerCommand.ClaimProtection(hidden.id(), ONE));
        holds(hidden);

        var child =
                Town.person(
                        TWO,
                        LocalDate.of(2018, 3, 1),
                        "CN",
                        new Purpose("settle"),
                        Town.routeA(),
                        List.of(new Guardian("mother", Optional.of(ONE))));
        var family = town.file(Town.settling(), child);
        holds(family);
        town.done(
                town.party(family),
                new TravellerCommand.Confirm(family.id(), ONE, EnumSet.allOf(Consequence.class)));
        holds(family);
    }

    @Test
    void a_unit_with_something_to_do_reads_nothing_that_is_guarded() throws Exception {
        var filing = town.confirmed(Town.settling());
        var vault = new Vault(Keys.in(town.data));
        var police = row(town.officer(Town.YANJI_PS), filing).orElseThrow();
        var holder = row(town.officer(Town.YANJI_FA), filing).orElseThrow();

        var key = vault.unwrap(filing.id().key(), police.wrapped(), police.keys());
        assertThat(PayloadSealing.bare(key, police.version(), police.state()).text())
                .contains(Town.PLANTED)
                .doesNotContain("ethnicity", "korean", "relations", "approve");
        var bare = (CaseState) PayloadSealing.state(key, police.version(), police.state());
        assertThat(one(bare).facts()).isEqualTo(Facts.NONE);
        assertThat(one(bare).finding()).isEmpty();

        var whole = vault.unwrap(filing.id().key(), holder.wrapped(), holder.keys());
        var state = (CaseState) PayloadSealing.state(whole, holder.version(), holder.state());
        assertThat(one(state).finding()).isPresent();
    }

    private static TravellerState one(CaseState state) {
        return Objects.requireNonNull(state.travellers().get(ONE));
    }

    @Test
    void a_part_opens_in_its_own_place_alone() {
        var vault = new Vault(Keys.in(town.data));
        var key = vault.newKey("case/x");
        var sealed = key.seal(1, "state 3", Bytes.utf8("facts"));

        assertThat(key.open(1, "state 3", sealed).text()).isEqualTo("facts");
        for (var elsewhere : List.of("state 4", "3")) {
            assertThatThrownBy(() -> key.open(1, elsewhere, sealed))
                    .isInstanceOf(OfficeException.class);
        }
        var without = vault.unwrap("case/x", key.wrapped(), Map.of());
        assertThatThrownBy(() -> without.open(1, "state 3", sealed))
                .hasMessageContaining("no key of a traveller");
    }

    @Test
    void data_sealed_whole_by_older_releases_is_still_read() {
        var vault = new Vault(Keys.in(town.data));
        var key = vault.newKey("case/old");
        for (boolean full : List.of(true, false)) {
            var state = (State) Samples.of(CaseState.class, full);
            var before = key.sealState(1, JsonCodec.write(state));
            assertThat(PayloadSealing.state(key, 1, before)).isEqualTo(state);
            assertThat(PayloadSealing.isParted(key, 1, before)).isFalse();
        }
        Samples.members(Event.class)
                .forEach(type -> {
                    var event = (Event) Samples.of(type, true);
                    var plain = JsonCodec.write(event);
                    var whole = new PayloadSealing.Opened(plain, true);
                    assertThat(PayloadSealing.event(key, 5, key.sealEvent(5, plain)))
                            .contains(whole);
                    assertThat(
                                    PayloadSealing.event(
                                            key, 5, PayloadSealing.event(key, 5, event, plain)))
                            .contains(whole);
                });
    }

    @Test
    void an_event_whose_parts_were_not_packed_is_still_read() {
        var vault = new Vault(Keys.in(town.data));
        var key = vault.newKey("case/old");
        var plain = Bytes.utf8("{\"type\":\"closed\",\"traveller\":1}");
        var part = key.seal(1, "5", plain);
        var parted =
                ByteBuffer.allocate(1 + 5 * Integer.BYTES + part.length())
                        .put((byte) 2)
                        .putInt(0)
                        .putInt(0)
                        .putInt(1)
                        .putInt(1)
                        .putInt(part.length())
                        .put(part.array());
        var sealed = key.sealEvent(5, Bytes.of(parted.array()));
        assertThat(PayloadSealing.event(key, 5, sealed))
                .contains(new PayloadSealing.Opened(plain, true));
        var without = vault.unwrap("case/old", key.wrapped(), Map.of());
        assertThat(PayloadSealing.event(without, 5, sealed)).isEmpty();
        var packed =
                PayloadSealing.event(
                        key,
                        5,
                        plain,
                        List.of(new PayloadSealing.TravellerSpan(1, 0, plain.length())));
        assertThat(packed.length()).isLessThan(sealed.length());
        assertThat(PayloadSealing.event(without, 5, packed)).isEmpty();
    }
}
