package exeat.casework.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class EventKindTest {

    @Test
    void every_event_has_an_entry_and_a_name_of_its_own() {
        assertThat(EventCatalogue.missing())
                .as("decide of these who writes them and who is shown what: add them to EventKind")
                .isEmpty();
        assertThat(Arrays.stream(EventKind.values()).map(EventKind::stored))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(EventKind.values()).map(EventKind::type)).doesNotHaveDuplicates();
    }

    @Test
    void every_event_has_writers_and_a_stream() {
        for (var kind : EventKind.values()) {
            assertThat(kind.writers()).as(kind.stored()).isNotEmpty();
            assertThat(kind.stream()).as(kind.stored()).isNotNull();
        }
    }

    /** The rules of disclosure that are about one record are asked of no other. */
    @Test
    void a_rule_for_one_event_is_used_by_that_event_only() {
        assertThat(kinds(kind -> kind.toActor() == ActorDisclosure.ACT_UNLESS_CONTESTED))
                .containsExactly(EventKind.REVOKED);
        assertThat(kinds(kind -> kind.toActor() == ActorDisclosure.ACT_WITHOUT_REMAINS))
                .containsExactly(EventKind.ERASED);
        assertThat(kinds(kind -> kind.toReader() == ReaderDisclosure.EVERYBODY_WITHOUT_REMAINS))
                .containsExactly(EventKind.ERASED);
        assertThat(kinds(kind -> kind.toReader() == ReaderDisclosure.WHOLE_OR_PRINCIPAL))
                .containsExactly(
                        EventKind.SECRET_ASKED, EventKind.SECRET_ISSUED, EventKind.SECRET_STOPPED);
        assertThat(kinds(kind -> kind.toReader() == ReaderDisclosure.PROTECTION_PERSON))
                .containsExactly(EventKind.PROTECTION_HEARD_ONCE);
        assertThat(kinds(kind -> kind.toReader() == ReaderDisclosure.TRAVELLERS_SEEN))
                .containsExactly(EventKind.APPLIED);
        assertThat(kinds(kind -> kind.toAuditor() == AuditorDisclosure.APPLICATION))
                .containsExactly(EventKind.APPLIED);
        assertThat(kinds(kind -> kind.toAuditor() == AuditorDisclosure.FINDING))
                .containsExactly(EventKind.FOUND);
        assertThat(kinds(kind -> kind.toAuditor() == AuditorDisclosure.FIELDS_WITHOUT_REMAINS))
                .containsExactly(EventKind.ERASED);
    }

    @Test
    void events_about_one_traveller_are_for_those_who_see_them_whole() {
        for (var kind : EventKind.values()) {
            assertThat(kind.toReader() == ReaderDisclosure.WHOLE)
                    .as(kind.stored())
                    .isEqualTo(
                            TravellerEvent.class.isAssignableFrom(kind.type())
                                    && !isOfProtection(kind));
            assertThat(
                            kind.toReader() == ReaderDisclosure.PROTECTION
                                    || kind.toReader() == ReaderDisclosure.PROTECTION_PERSON)
                    .as(kind.stored())
                    .isEqualTo(isOfProtection(kind));
            assertThat(kind.toReader() == ReaderDisclosure.ARCHIVE)
                    .as(kind.stored())
                    .isEqualTo(ArchiveEvent.class.isAssignableFrom(kind.type()));
        }
    }

    private static boolean isOfProtection(EventKind kind) {
        return ProtectionEvent.class.isAssignableFrom(kind.type());
    }

    @Test
    void an_auditor_is_shown_cases_and_nothing_else() {
        for (var kind : EventKind.values()) {
            assertThat(kind.toAuditor() == AuditorDisclosure.NOTHING)
                    .as(kind.stored())
                    .isEqualTo(kind.stream() != EventStream.CASE);
        }
    }

    private static List<EventKind> kinds(Predicate<EventKind> which) {
        return Arrays.stream(EventKind.values()).filter(which).toList();
    }
}
