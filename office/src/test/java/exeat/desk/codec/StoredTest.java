package exeat.desk.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.EventKind;
import exeat.casework.state.RestrictedData;
import exeat.casework.state.State;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.Anomaly;
import exeat.casework.value.StreamId;
import exeat.casework.value.StreamId.AlarmId;
import exeat.casework.value.Traveller;
import exeat.casework.value.Watcher;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.intake.FileIntake;
import exeat.desk.projection.QueueName;
import exeat.oversight.Figure;
import exeat.oversight.Measure;
import exeat.oversight.WeeklyFlow;
import exeat.oversight.WorkItem;
import exeat.oversight.watch.Observation;
import exeat.rules.authority.UnitFunction;
import exeat.rules.finding.LegacyPurposes;
import exeat.rules.finding.Purpose;
import exeat.rules.source.StoredWord;
import exeat.store.Bytes;
import exeat.store.StoredFunction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * All data ever stored is read and written again unchanged, and hashes stay the same. The examples
 * are files, see {@link Examples}, which contain no Java names.
 */
class StoredTest {

    private static final long SEED = 1963;

    /** Looks for an example of what the others do not cover. */
    private static final int TRIES = 40;

    private final Covered covered = new Covered();

    @Test
    void all_that_is_stored_has_a_name_of_its_own() {
        assertThatCode(StoredKinds::check).doesNotThrowAnyException();
    }

    @Test
    void every_kind_field_and_constant_is_read_and_written_as_it_was() throws IOException {
        events();
        states();
        parts();
        streams();
        commands();
        var missing = new TreeSet<>(Covered.wanted());
        missing.removeAll(covered.found());
        assertThat(missing)
                .as("no example has these: in another folder of examples, add some that have")
                .isEmpty();
    }

    private void events() throws IOException {
        for (var type : StoredKinds.members(Event.class)) {
            var versions = new TreeSet<Integer>();
            int newest = EventVersions.ALL.newest(EventKind.of(type.asSubclass(Event.class)));
            for (var line : shapes(type, newest)) {
                var event = JsonCodec.event(Bytes.utf8(line));
                assertThat(event).isInstanceOf(type);
                int version = EventVersions.ALL.shape(Bytes.utf8(line)).version();
                versions.add(version);
                if (version == newest) {
                    check(type, line, event, JsonCodec.write(event).text());
                } else {
                    // An older shape is raised, and what is written of it is read the same.
                    assertThat(JsonCodec.event(JsonCodec.write(event))).isEqualTo(event);
                }
            }
            assertThat(versions)
                    .as("%s: examples of each version of its shape, for ever", type.getName())
                    .hasSize(newest);
        }
        named("events", StoredKinds.members(Event.class));
    }

    /** Examples of a kind of event, each version in a file of its own, such as {@code warned.2}. */
    private List<String> shapes(Class<?> type, int newest) throws IOException {
        var lines = new ArrayList<>(made("events/", type));
        for (int version = 2; version <= newest; version++) {
            lines.addAll(
                    Examples.lines(
                            "events/" + StoredKinds.of(type).name() + "." + version,
                            () -> made(type).stream().map(StoredTest::text).toList()));
        }
        return lines;
    }

    private void states() throws IOException {
        for (var type : StoredKinds.members(State.class)) {
            for (var line : made("states/", type)) {
                var state = JsonCodec.state(Bytes.utf8(line));
                check(type, line, state, JsonCodec.write(state).text());
            }
        }
        named("states", StoredKinds.members(State.class));
    }

    private void parts() throws IOException {
        for (var line : made("parts/", RestrictedData.class)) {
            var guarded = JsonCodec.guarded(Bytes.utf8(line));
            check(RestrictedData.class, line, guarded, JsonCodec.write(guarded).text());
        }
        for (var line : made("parts/", VersionHistory.class)) {
            var tenure = JsonCodec.tenure(line);
            check(VersionHistory.class, line, tenure, JsonCodec.write(tenure));
        }
        for (var line : made("parts/", Traveller.class)) {
            var traveller = JsonCodec.read(Bytes.utf8(line), Traveller.class);
            check(Traveller.class, line, traveller, JsonCodec.text(traveller));
        }
    }

    private void streams() throws IOException {
        for (var type : StoredKinds.members(StreamId.class)) {
            var made =
                    Examples.lines(
                            "streams/" + StoredKinds.of(type).name(),
                            () ->
                                    made(type).stream()
                                            .map(one ->
                                                    JsonCodec.text(((StreamId) one).key())
                                                            + "\t"
                                                            + JsonCodec.text(one))
                                            .toList());
            for (var line : made) {
                var parts = line.split("\t", -1);
                var id = JsonCodec.read(Bytes.utf8(parts[1]), StreamId.class);
                check(type, parts[1], id, JsonCodec.text(id));
                assertThat(JsonCodec.text(id.key())).isEqualTo(parts[0]);
            }
        }
        named("streams", StoredKinds.members(StreamId.class));
    }

    private void commands() throws IOException {
        var types = new ArrayList<>(StoredKinds.members(Command.class));
        types.add(ApplicationDraft.class);
        for (var type : types) {
            for (var line : commands(type)) {
                var parts = line.split("\t", -1);
                var command = command(type, parts[1]);
                covered.add(command);
                assertThat(JsonCodec.text(command)).as(type.getName()).isEqualTo(parts[1]);
                assertThat(hash(command)).as(type.getName()).isEqualTo(parts[0]);
                var name = StoredKinds.of(type).name();
                assertThat(Bytes.utf8(name + parts[1]).sha256().hex()).isEqualTo(parts[0]);
            }
        }
        named("commands", types);
    }

    private List<String> commands(Class<?> type) throws IOException {
        return Examples.lines(
                "commands/" + StoredKinds.of(type).name(),
                () ->
                        made(type).stream()
                                .map(one -> hash(one) + "\t" + JsonCodec.text(one))
                                .toList());
    }

    private static String hash(Object asked) {
        var hash =
                asked instanceof ApplicationDraft draft
                        ? JsonCodec.hash(draft)
                        : JsonCodec.hash((Command) asked);
        return hash.hex();
    }

    /** Commands are never read: a deed within another would not say which one it is. */
    private static Object command(Class<?> type, String json) {
        if (type != CaseCommand.ActOutOfOrder.class) {
            return JsonCodec.read(Bytes.utf8(json), type);
        }
        var parts = JsonCodec.read(Bytes.utf8(json), JsonNode.class);
        var jump = JsonCodec.text(parts.get("jump"));
        var deed = JsonCodec.text(parts.get("deed"));
        return new CaseCommand.ActOutOfOrder(
                JsonCodec.read(Bytes.utf8(jump), TravellerCommand.TakeOutOfOrder.class),
                JsonCodec.read(Bytes.utf8(deed), TravellerCommand.Withdraw.class));
    }

    private List<String> made(String folder, Class<?> type) throws IOException {
        return Examples.lines(
                folder + StoredKinds.of(type).name(),
                () -> made(type).stream().map(one -> text(one)).toList());
    }

    private static String text(Object one) {
        return switch (one) {
            case Event event -> JsonCodec.write(event).text();
            case State state -> JsonCodec.write(state).text();
            case RestrictedData guarded -> JsonCodec.write(guarded).text();
            default -> JsonCodec.text(one);
        };
    }

    /** One with all that may be there, one without, and those that have something new. */
    private List<Object> made(Class<?> type) {
        var name = StoredKinds.of(type).name();
        var made = new Made(SEED + name.hashCode());
        var all = new ArrayList<Object>();
        all.add(made.of(type, Made.Fill.ALL));
        all.add(made.of(type, Made.Fill.NONE));
        all.forEach(covered::add);
        for (int tries = 0; tries < TRIES; tries++) {
            var one = made.of(type, Made.Fill.SOME);
            if (covered.add(one)) {
                all.add(one);
            }
        }
        return all;
    }

    private void check(Class<?> type, String then, Object read, String now) throws IOException {
        covered.add(read);
        Examples.same(type.getName(), then, now);
    }

    /** No example is of a kind that is not there any more. */
    private static void named(String folder, java.util.Collection<Class<?>> types)
            throws IOException {
        assertThat(Examples.names(folder))
                .containsExactlyInAnyOrderElementsOf(
                        types.stream()
                                .map(type -> StoredKinds.of(type).name())
                                .collect(Collectors.toSet()));
    }

    /** Stored as columns, as keys or within texts, and so by no codec. */
    private static final Map<String, Class<? extends Enum<?>>> WORDS =
            Map.of(
                    "figure", Figure.class,
                    "flow", WeeklyFlow.class,
                    "measure", Measure.class,
                    "kind-of-work", WorkItem.Kind.class,
                    "burden", Observation.BurdenKind.class,
                    "watcher", Watcher.class,
                    "queue", QueueName.class,
                    "intake-stage", FileIntake.Phase.class,
                    "intake-format", FileIntake.Format.class);

    @Test
    void a_word_by_which_a_constant_is_stored_stays() throws IOException {
        for (var set : WORDS.entrySet()) {
            var words =
                    Arrays.stream(set.getValue().getEnumConstants())
                            .map(constant -> ((StoredWord) constant).stored())
                            .toList();
            assertThat(Examples.lines("words/" + set.getKey(), () -> words))
                    .as(set.getKey())
                    .containsExactlyInAnyOrderElementsOf(words);
        }
    }

    @Test
    void a_function_is_stored_as_when_there_were_five_of_them() throws IOException {
        var lines = Examples.lines("words/function", () -> List.of("COMMITTEE", "BORDER_DEFENCE"));
        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            assertThat(StoredFunction.of(StoredFunction.read(line))).isEqualTo(line);
            assertThat(UnitFunction.of(StoredFunction.read(line).word())).isPresent();
        }
    }

    @Test
    void a_purpose_is_stored_as_when_there_were_three_of_them() throws IOException {
        var three = LegacyPurposes.all().meanings().keySet();
        var lines =
                Examples.lines(
                        "words/purpose", () -> List.of("SETTLE", "RETURN", "TRIP", "FAMILY_VISIT"));
        assertThat(lines).containsAll(three.stream().map(Purpose::stored).toList());
        for (var line : lines) {
            assertThat(Purpose.ofStored(line).stored()).isEqualTo(line);
            assertThat(JsonCodec.text(Purpose.ofStored(line))).isEqualTo('"' + line + '"');
            assertThat(JsonCodec.read(Bytes.utf8('"' + line + '"'), Purpose.class).word())
                    .isEqualTo(line.toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }

    @Test
    void an_alarm_is_the_same_one_however_its_watcher_is_called() throws IOException {
        for (var line : Examples.lines("alarms", this::alarms)) {
            var parts = line.split("\t", -1);
            var sighting = JsonCodec.read(Bytes.utf8(parts[2]), Anomaly.class);
            assertThat(AlarmId.of("prc-1963", sighting, Integer.parseInt(parts[1])).key())
                    .isEqualTo(parts[0]);
        }
    }

    private List<String> alarms() {
        var made = new Made(SEED);
        int number = 1;
        return Arrays.stream(Watcher.values())
                .map(_ -> made.of(Anomaly.class, Made.Fill.SOME))
                .map(one ->
                        String.join(
                                "\t",
                                AlarmId.of("prc-1963", one, number).key(),
                                Integer.toString(number),
                                JsonCodec.text(one)))
                .toList();
    }
}
