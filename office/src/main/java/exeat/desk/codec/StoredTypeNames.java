package exeat.desk.codec;

import exeat.casework.event.Event;
import exeat.casework.event.EventKind;
import exeat.casework.state.State;
import exeat.casework.value.Admission;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.HoldGround;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stored names of sealed types. They stay when a class is renamed, because stored data must be
 * readable for ever.
 */
final class StoredTypeNames {

    private StoredTypeNames() {}

    /** Every closed set that is stored with the names of its members, and these. */
    static final Map<Class<?>, Map<Class<?>, String>> SETS = sets();

    private static Map<Class<?>, Map<Class<?>, String>> sets() {
        return Stream.<Class<?>>of(
                        Admission.class,
                        Event.class,
                        State.class,
                        StreamId.class,
                        TwoOfficerAct.class,
                        DirectiveChange.class,
                        HoldGround.class,
                        Safeguard.class,
                        RequestedItem.class,
                        AppealSubject.class,
                        Value.class,
                        ValueSet.class)
                .collect(Collectors.toUnmodifiableMap(set -> set, StoredTypeNames::named));
    }

    private static Map<Class<?>, String> named(Class<?> set) {
        return StoredKinds.members(set).stream()
                .collect(Collectors.toUnmodifiableMap(member -> member, StoredTypeNames::name));
    }

    /** An event's has its version as well. */
    private static String name(Class<?> member) {
        return Event.class.isAssignableFrom(member)
                ? EventVersions.ALL.type(EventKind.of(member.asSubclass(Event.class)))
                : StoredKinds.of(member).name();
    }
}
