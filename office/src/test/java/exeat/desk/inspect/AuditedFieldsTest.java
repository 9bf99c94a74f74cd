package exeat.desk.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.event.AuditorDisclosure;
import exeat.casework.event.EventKind;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.Town;
import exeat.desk.codec.StoredKinds;
import exeat.rules.Pack;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import exeat.rules.source.PackException;
import exeat.rules.source.StoredWord;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an auditor is shown of each field of each event: a file has it, so a new field is seen by
 * whoever adds it. {@code -Dexeat.golden=write} rewrites the file; a field that is on no list is
 * shown to nobody whole.
 */
class AuditedFieldsTest {

    private static final Path SHOWN =
            Path.of("src/test/resources/exeat/desk/audit/audited-fields.txt");

    /** Shown in any field by the names of the audit, or as {@link AuditRedactionTest} says. */
    private static final Set<Class<?>> BY_TYPE =
            Set.of(
                    AuthorityId.class,
                    OfficerId.class,
                    TravellerNo.class,
                    UnitFunction.class,
                    FactName.class,
                    Facts.class,
                    Finding.class,
                    TwoOfficerAct.CorrectFact.class);

    private static final Set<AuditorDisclosure> FIELDS =
            Set.of(AuditorDisclosure.FIELDS, AuditorDisclosure.FIELDS_WITHOUT_REMAINS);

    private static final LocalDate BORN = LocalDate.of(2019, 8, 7);
    private static final String UNLISTED = "child-born.born";

    @TempDir Path folder;

    private AuditRedaction without;
    private AuditRedaction byName;

    /** By kind and field: its type, and what is shown of it without names and with. */
    private final Map<String, String> lines = new TreeMap<>();

    private final Set<Class<?>> records =
            new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));

    @BeforeEach
    void redactions() throws PackException {
        var directive = Pack.read(Town.packs().resolve("prc-1963"));
        var names = new Pseudonyms(new Vault(Keys.in(folder)), new OfficerId("auditor"));
        var id = new CaseId(new UUID(1, 2));
        without = new AuditRedaction(names, directive, id, false);
        byName = new AuditRedaction(names, directive, id, true);
    }

    private void walkAll() {
        Arrays.stream(EventKind.values())
                .filter(kind -> FIELDS.contains(kind.toAuditor()))
                .filter(kind -> !ProtectionEvent.class.isAssignableFrom(kind.type()))
                .forEach(kind -> record(kind.type()));
    }

    private void record(Class<?> type) {
        if (records.add(type)) {
            var kind = StoredKinds.of(type);
            var components = type.getRecordComponents();
            for (int at = 0; at < components.length; at++) {
                field(kind.name() + "." + kind.fields().get(at), components[at].getGenericType());
            }
        }
    }

    private void field(String key, Type type) {
        var held = held(type);
        if (held.isSealed()) {
            members(held).forEach(member -> field(key, member));
        } else if (held.isRecord() && isListed(held)) {
            record(held);
        } else if (!BY_TYPE.contains(held)) {
            lines.put(key, "%s: %s".formatted(held.getSimpleName(), shown(key, held)));
        }
    }

    /** What an optional value or a list holds; a map is held whole, and is shown to nobody. */
    private static Class<?> held(Type type) {
        if (type instanceof ParameterizedType generic) {
            var raw = (Class<?>) generic.getRawType();
            boolean several = raw == Optional.class || Collection.class.isAssignableFrom(raw);
            return several ? held(generic.getActualTypeArguments()[0]) : raw;
        }
        return (Class<?>) type;
    }

    private static List<Class<?>> members(Class<?> set) {
        return Arrays.stream(set.getPermittedSubclasses())
                .<Class<?>>mapMulti((member, all) -> {
                    if (member.isSealed()) {
                        members(member).forEach(all);
                    } else {
                        all.accept(member);
                    }
                })
                .toList();
    }

    private static boolean isListed(Class<?> record) {
        return !BY_TYPE.contains(record)
                && AuditedLists.RECORDS.stream()
                        .anyMatch(listed -> listed.isAssignableFrom(record));
    }

    private String shown(String key, Class<?> type) {
        var sample = sample(type);
        if (sample.isEmpty()) {
            return "not shown";
        }
        var shown = without.told(key, sample.get()).plain();
        var named = byName.told(key, sample.get()).plain();
        return shown.equals(named) ? shown : shown + "; by name " + named;
    }

    /** None of a record that is not listed, and of what holds several things but a list. */
    private static Optional<Object> sample(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(type.getEnumConstants()[0]);
        }
        if (type == String.class) {
            return Optional.of("words");
        }
        if (type == LocalDate.class) {
            return Optional.of(BORN);
        }
        if (type == Instant.class) {
            return Optional.of(Instant.parse("2019-08-07T06:05:04Z"));
        }
        if (type == int.class || type == Integer.class) {
            return Optional.of(7);
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(7L);
        }
        if (type == BigDecimal.class) {
            return Optional.of(new BigDecimal("12.50"));
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(true);
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        throw new IllegalStateException(type + ": decide what an auditor is shown of it");
    }

    @Test
    void the_file_says_what_an_auditor_is_shown_of_every_field() throws IOException {
        walkAll();
        assertThat(lines).hasSizeGreaterThan(90);
        var text =
                lines.entrySet().stream()
                        .map(line -> line.getKey() + " " + line.getValue() + "\n")
                        .collect(Collectors.joining());
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(SHOWN, text);
        }
        assertThat(text)
                .as(
                        "a field that is new here is shown as it says: list it in AuditedLists only"
                                + " if it says nothing about a person")
                .isEqualTo(Files.readString(SHOWN));
    }

    @Test
    void whatever_is_listed_is_a_field_of_some_event() {
        walkAll();
        for (var list : List.of(AuditedLists.SHOWN, AuditedLists.WORDS, AuditedLists.TELLING)) {
            assertThat(lines.keySet()).containsAll(list);
        }
        assertThat(AuditedLists.SHOWN)
                .doesNotContainAnyElementsOf(AuditedLists.WORDS)
                .doesNotContainAnyElementsOf(AuditedLists.TELLING);
    }

    @Test
    void nothing_is_told_of_protection_even_where_names_are() {
        var asked =
                new ProtectionEvent.InPersonAsked(
                        new TravellerNo(1),
                        1,
                        true,
                        new OfficerId("jl-yanji-fa.1"),
                        new AuthorityId("jl-yanji-fa"),
                        "Passport",
                        Optional.empty());
        assertThat(without.fields(asked)).isEmpty();
        assertThat(byName.fields(asked)).isEmpty();
    }

    /** The drill in docs/how-to-add.md: nobody has listed it. */
    @Test
    void of_a_date_that_nobody_listed_an_auditor_is_shown_the_year() {
        assertThat(without.told(UNLISTED, BORN).plain()).isEqualTo("2019");
        assertThat(byName.told(UNLISTED, BORN).plain()).isEqualTo("2019-08-07");
        var fields = new ArrayList<AuditedField>();
        without.field(fields, List.of(), UNLISTED, List.of(BORN, BORN));
        assertThat(fields).singleElement().extracting(AuditedField::text).isEqualTo("2019, 2019");
    }

    @Test
    void of_anything_else_that_nobody_listed_an_auditor_is_shown_nothing() {
        var facts =
                List.of(
                        "Kim",
                        7,
                        true,
                        Instant.EPOCH,
                        YearMonth.of(2019, 8),
                        BORN.atStartOfDay(),
                        CrossingDirection.DEPARTURE,
                        Map.of("born", BORN),
                        Optional.of(BORN),
                        List.of(BORN));
        assertThat(CrossingDirection.DEPARTURE).isInstanceOf(StoredWord.class);
        assertThat(facts)
                .allSatisfy(fact ->
                        assertThat(without.told(UNLISTED, fact))
                                .isEqualTo(new AuditedField.ToldValue.NotShown()));
    }
}
