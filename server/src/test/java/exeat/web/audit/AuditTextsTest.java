package exeat.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.event.AuditorDisclosure;
import exeat.casework.event.EventKind;
import exeat.casework.event.EventStream;
import exeat.casework.event.ReaderDisclosure;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Document;
import exeat.casework.value.HoldGround;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.codec.StoredKinds;
import exeat.rules.document.DirectiveRef;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.source.StoredWord;
import exeat.web.kit.PageTexts;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a step may tell an auditor, it can be said in every language of the officers' pages. */
class AuditTextsTest {

    /** The labels of what is told of an application and of a finding, which have no stored name. */
    private static final List<String> OWN =
            List.of(
                    "number",
                    "channel",
                    "entered by",
                    "holder",
                    "directive",
                    "name",
                    "born",
                    "nationality",
                    "residence",
                    "purpose",
                    "declared",
                    "documents",
                    "outcome",
                    "why",
                    "paragraphs",
                    "unanswered",
                    "fact",
                    "value",
                    "evidence",
                    "valid from",
                    "secret of",
                    "from version",
                    "to version");

    /** The records of which every field is told. */
    private static final List<Class<?>> LISTED =
            List.of(
                    TwoOfficerAct.class,
                    HoldGround.class,
                    RequestedItem.class,
                    AppealSubject.class,
                    Safeguard.class,
                    Document.class,
                    DirectiveRef.class);

    private static final Set<AuditorDisclosure> FIELDS =
            Set.of(AuditorDisclosure.FIELDS, AuditorDisclosure.FIELDS_WITHOUT_REMAINS);

    private final Set<Class<?>> records = new LinkedHashSet<>();
    private final Set<Class<?>> constants = new LinkedHashSet<>();

    private void reach(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::reach);
        } else if (type instanceof Class<?> one) {
            if (one.isSealed()) {
                Arrays.stream(one.getPermittedSubclasses()).forEach(this::reach);
            } else if (one.isEnum()) {
                constants.add(one);
            } else if (one.isRecord() && isTold(one) && records.add(one)) {
                Stream.of(one.getRecordComponents()).forEach(c -> reach(c.getGenericType()));
            }
        }
    }

    private static boolean isTold(Class<?> record) {
        return LISTED.stream().anyMatch(listed -> listed.isAssignableFrom(record));
    }

    /** No auditor is told of a claim to protection. */
    private static Stream<EventKind> told() {
        return Arrays.stream(EventKind.values())
                .filter(kind -> kind.stream() == EventStream.CASE)
                .filter(kind -> kind.toReader() != ReaderDisclosure.PROTECTION);
    }

    private void reachAll() {
        told().filter(kind -> kind.toAuditor() == AuditorDisclosure.FIELDS)
                .flatMap(kind -> Stream.of(kind.type().getRecordComponents()))
                .forEach(component -> reach(component.getGenericType()));
        assertThat(records)
                .contains(
                        TwoOfficerAct.PlaceHold.class,
                        HoldGround.CourtOrder.class,
                        Document.class,
                        DirectiveRef.class);
    }

    private static String hyphenated(String words) {
        return words.replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-');
    }

    @Test
    void every_field_and_every_kind_of_thing_has_a_name() {
        reachAll();
        var keys = new TreeSet<String>();
        OWN.forEach(word -> keys.add("audit.field." + hyphenated(word)));
        told().filter(kind -> FIELDS.contains(kind.toAuditor()))
                .flatMap(kind -> StoredKinds.of(kind.type()).fields().stream())
                .filter(field -> !List.of("steps", "remains").contains(field))
                .forEach(field -> keys.add("audit.field." + hyphenated(field)));
        for (var record : records) {
            var kind = StoredKinds.of(record);
            keys.add("audit.kind." + kind.name());
            kind.fields().forEach(field -> keys.add("audit.field." + hyphenated(field)));
        }
        assertThat(keys).hasSizeGreaterThan(60).allSatisfy(AuditTextsTest::isSaid);
    }

    @Test
    void every_constant_has_a_word() {
        reachAll();
        constants.add(ReferReason.class);
        assertThat(constants).hasSizeGreaterThan(3);
        for (var set : constants) {
            for (var constant : set.getEnumConstants()) {
                if (constant instanceof StoredWord word) {
                    assertThat(AuditTexts.key(word))
                            .as("%s", word)
                            .hasValueSatisfying(AuditTextsTest::isSaid);
                }
            }
        }
    }

    private static void isSaid(String key) {
        for (var lang : PageTexts.DESK_LANGUAGES) {
            assertThat(PageTexts.of(lang).has(key)).as(lang + " " + key).isTrue();
        }
    }
}
