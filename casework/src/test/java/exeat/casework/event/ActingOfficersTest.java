package exeat.casework.event;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.OfficerId;
import exeat.rules.fact.Facts;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever acted on a traveller is known by every event, also by one that is yet to be added. */
class ActingOfficersTest {

    /** Officers whom an event is about, and who did not do it. */
    private static final Set<String> ABOUT = Set.of("Recused.officer", "RecusalLifted.officer");

    @Test
    void every_event_of_a_traveller_counts_the_officers_in_it() throws Exception {
        var seen = new ArrayList<String>();
        for (var kind : EventKind.values()) {
            var parts = officers(kind.type());
            if (parts.isEmpty() || kind.stream() != EventStream.CASE) {
                continue;
            }
            var made = (Event) made(kind.type(), "");
            var counted =
                    switch (made) {
                        case TravellerEvent event -> Optional.of(ActingOfficers.of(event));
                        case SecretEvent event -> Optional.of(ActingOfficers.of(event));
                        // Of the whole file.
                        case Event _ -> Optional.<List<OfficerId>>empty();
                    };
            if (counted.isPresent()) {
                seen.add(kind.stored());
                assertThat(counted.get())
                        .as("%s: ActingOfficers must count these", kind.stored())
                        .containsExactlyElementsOf(
                                parts.stream().map(ActingOfficersTest::id).toList());
            }
        }
        assertThat(seen)
                .hasSizeGreaterThan(20)
                .contains("identified-in-person", "recusal-lifted", "jumped", "secret-stopped");
    }

    @Test
    void a_reviewer_who_takes_an_appeal_out_of_order_may_decide_it() throws Exception {
        var jumped = (TravellerEvent.Jumped) made(TravellerEvent.Jumped.class, "appeal");
        assertThat(ActingOfficers.of(jumped)).isEmpty();
    }

    /** The names of the parts of a record that are officers who acted. */
    private static List<String> officers(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(part -> isOfficer(part.getGenericType()))
                .map(RecordComponent::getName)
                .filter(name -> !ABOUT.contains(type.getSimpleName() + "." + name))
                .toList();
    }

    private static boolean isOfficer(Type type) {
        return type == OfficerId.class
                || (type instanceof ParameterizedType with
                        && with.getActualTypeArguments()[0] == OfficerId.class);
    }

    /** A record of which each officer is called as the part that holds them. */
    private static Object made(Class<?> type, String text) throws Exception {
        var parts = type.getRecordComponents();
        var with = new Object[parts.length];
        for (int at = 0; at < parts.length; at++) {
            with[at] =
                    isOfficer(parts[at].getGenericType())
                            ? officer(parts[at])
                            : value(parts[at].getGenericType(), text);
        }
        var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(with);
    }

    private static Object officer(RecordComponent part) {
        var officer = id(part.getName());
        return part.getType() == Optional.class ? Optional.of(officer) : officer;
    }

    private static OfficerId id(String part) {
        return new OfficerId(part.toLowerCase(Locale.ROOT));
    }

    private static Object value(Type type, String text) throws Exception {
        if (type instanceof ParameterizedType with) {
            return with.getRawType() == Optional.class
                    ? Optional.empty()
                    : with.getRawType() == Set.class ? Set.of() : List.of();
        }
        var plain = (Class<?>) type;
        if (plain == String.class) {
            return text.isEmpty() ? "a" : text;
        } else if (plain == int.class) {
            return 1;
        } else if (plain == BigDecimal.class) {
            return BigDecimal.ONE;
        } else if (plain == boolean.class) {
            return true;
        } else if (plain == LocalDate.class) {
            return LocalDate.of(1963, 9, 2);
        } else if (plain == Instant.class) {
            return Instant.EPOCH;
        } else if (plain == UUID.class) {
            return new UUID(0, 1);
        } else if (plain == Facts.class) {
            return Facts.NONE;
        } else if (plain.isEnum()) {
            return Objects.requireNonNull(plain.getEnumConstants())[0];
        } else if (plain.isSealed()) {
            return value(plain.getPermittedSubclasses()[0], "");
        }
        return made(plain, text);
    }
}
