package exeat.desk.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.State;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.Samples;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import exeat.rules.finding.Consequence;
import exeat.store.Bytes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stored data is read back the same; no new event or state can be forgotten here. */
class JsonCodecTest {

    @Test
    void every_event_comes_back_as_it_was() {
        Samples.members(Event.class)
                .forEach(type -> {
                    for (boolean full : List.of(true, false)) {
                        var event = (Event) Samples.of(type, full);
                        assertThat(JsonCodec.event(JsonCodec.write(event))).isEqualTo(event);
                    }
                });
    }

    @Test
    void every_state_comes_back_as_it_was() {
        Samples.members(State.class)
                .forEach(type -> {
                    for (boolean full : List.of(true, false)) {
                        var state = (State) Samples.of(type, full);
                        assertThat(JsonCodec.state(JsonCodec.write(state))).isEqualTo(state);
                    }
                });
    }

    @Test
    void every_member_of_a_stored_set_has_one_name_of_its_own() {
        StoredTypeNames.SETS.forEach((set, names) -> {
            assertThat(names.keySet())
                    .as(set.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(Samples.members(set).toList());
            assertThat(new HashSet<>(names.values())).hasSameSizeAs(names.keySet());
        });
    }

    @Test
    void a_function_is_stored_as_when_there_were_five() {
        var part =
                new TravellerEvent.PartRecorded(
                        new TravellerNo(1),
                        CrossingDirection.DEPARTURE,
                        new UnitFunction("border defence"),
                        new AuthorityId("jl-tumen-bd"),
                        new OfficerId("guard"));
        assertThat(JsonCodec.write(part).text())
                .isEqualTo(
                        "{\"type\":\"part-recorded\",\"by\":\"guard\",\"direction\":\"DEPARTURE\","
                                + "\"function\":\"BORDER_DEFENCE\",\"post\":\"jl-tumen-bd\",\"traveller\":1}");
    }

    @Test
    void no_class_is_named_in_what_is_stored() {
        Samples.members(Event.class)
                .map(type -> JsonCodec.write((Event) Samples.of(type, true)).text())
                .forEach(json -> assertThat(json).doesNotContain("exeat.", "$"));
    }

    @Test
    void unknown_missing_null_or_extra_fields_are_refused_without_quoting_them() {
        var good = JsonCodec.write(SecretEvent.SecretIssued.toWhoeverFiled(new TravellerNo(1)));
        assertThat(good.text())
                .isEqualTo(
                        "{\"type\":\"secret-issued\",\"by\":null,\"from\":null,\"request\":null,"
                                + "\"seen\":null,\"to\":1}");
        // The form before it recorded what was seen.
        assertThat(JsonCodec.event(Bytes.utf8("{\"type\":\"secret-issued\",\"by\":null,\"to\":1}")))
                .isEqualTo(JsonCodec.event(good));
        for (var bad :
                List.of(
                        "{\"type\":\"secret-issued\",\"by\":null,\"to\":1,\"more\":\"Kim\"}",
                        "{\"type\":\"secret-issued\",\"by\":null}",
                        "{\"type\":\"secret-issued\",\"by\":null,\"to\":null}",
                        "{\"type\":\"Kim\",\"by\":null,\"to\":1}",
                        good.text() + "{}")) {
            assertThatThrownBy(() -> JsonCodec.event(Bytes.utf8(bad)))
                    .hasMessageContaining("cannot be read")
                    .hasMessageNotContaining("Kim")
                    .hasNoCause();
        }
    }

    @Test
    void a_set_of_values_is_written_and_where_there_is_none_nothing_is() {
        var flag = new FactName("flag");
        var set = new ValueSet.OneOf(List.of(Value.of(true), Value.of(false)));
        assertThat(JsonCodec.text(Facts.NONE.with(flag, Value.of(true)))).doesNotContain("sets");
        var before = "{\"values\":{\"flag\":{\"type\":\"truth\",\"truth\":true}}}";
        assertThat(JsonCodec.text(Facts.NONE.with(flag, Value.of(true)))).isEqualTo(before);
        assertThat(JsonCodec.read(Bytes.utf8(before), Facts.class))
                .isEqualTo(Facts.NONE.with(flag, Value.of(true)));
        var ages = new ValueSet.Between(Optional.of(Value.of(17)), Optional.of(Value.of(18)));
        var facts = Facts.NONE.with(flag, set).with(new FactName("age"), ages);
        assertThat(JsonCodec.read(Bytes.utf8(JsonCodec.text(facts)), Facts.class)).isEqualTo(facts);
    }

    @Test
    void a_date_of_birth_is_one_text_and_a_day_the_one_it_always_was() {
        for (var text : List.of("1930-05-01", "1930", "1930-06-28[dangi=1930-06-03]")) {
            var born = BirthDate.parse(text).orElseThrow();
            assertThat(JsonCodec.text(born)).isEqualTo('"' + text + '"');
            assertThat(JsonCodec.read(Bytes.utf8('"' + text + '"'), BirthDate.class))
                    .isEqualTo(born);
        }
        assertThatThrownBy(() -> JsonCodec.read(Bytes.utf8("\"1930-02-30\""), BirthDate.class))
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("1930");
    }

    @Test
    void equal_commands_hash_alike_whatever_the_order_of_their_sets() {
        var id = new CaseId(new UUID(1, 2));
        var one = new TravellerNo(1);
        Set<Consequence> backwards = new LinkedHashSet<>(List.of(Consequence.values()).reversed());

        assertThat(JsonCodec.hash(new TravellerCommand.Confirm(id, one, backwards)))
                .isEqualTo(
                        JsonCodec.hash(
                                new TravellerCommand.Confirm(
                                        id, one, EnumSet.allOf(Consequence.class))));
        assertThat(JsonCodec.hash(new TravellerCommand.Withdraw(id, one)))
                .isNotEqualTo(JsonCodec.hash(new TravellerCommand.ClaimProtection(id, one)));
    }
}
