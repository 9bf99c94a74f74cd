package exeat.api.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exeat.api.WireNames;
import exeat.api.directive.FactsBody;
import exeat.casework.event.Event;
import exeat.casework.event.SecretEvent;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.HoldGround;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.codec.StoredKinds;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Purpose;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an event's fields as JSON. The history shows every present and future event, so this reads
 * the record itself, by the stored names of its fields: no Java name is visible outside. The
 * spelling is the same as in all other bodies.
 */
final class EventJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EventJson() {}

    static JsonNode details(Event event) {
        var object = fields((Record) event, false);
        if (event instanceof SecretEvent.SecretAsked) {
            // What the office compares with the second officer's request; nobody reads it.
            object.remove("partHash");
        }
        return object;
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case String text -> NODES.textNode(text);
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case Enum<?> word -> NODES.textNode(WireNames.of(word));
            case TemporalAccessor time -> NODES.textNode(time.toString());
            case TravellerNo no -> NODES.numberNode(no.number());
            case AuthorityId id -> NODES.textNode(id.text());
            case OfficerId id -> NODES.textNode(id.text());
            case FactName name -> NODES.textNode(name.text());
            case UnitFunction function -> NODES.textNode(function.word());
            case BirthDate born -> NODES.textNode(born.text());
            case Purpose purpose -> NODES.textNode(purpose.word());
            case Value fact -> FactsBody.write(fact);
            case Facts facts -> {
                var object = NODES.objectNode();
                FactsBody.write(facts).forEach(object::set);
                yield object;
            }
            case Collection<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(member -> array.add(node(member)));
                yield array;
            }
            case Map<?, ?> map -> {
                var object = NODES.objectNode();
                map.forEach((key, member) -> object.set(String.valueOf(key), node(member)));
                yield object;
            }
            case Burden burden -> burden(burden);
            case Record fields -> fields(fields, isTagged(fields));
            default -> throw new IllegalStateException("no JSON for " + value.getClass());
        };
    }

    /** Variants of a sealed type name their type. */
    private static boolean isTagged(Record value) {
        return value instanceof TwoOfficerAct
                || value instanceof HoldGround
                || value instanceof Safeguard
                || value instanceof RequestedItem
                || value instanceof AppealSubject;
    }

    /**
     * A burden as in a finding: declared outputs by name, and no member for them if the pack
     * declares none.
     */
    private static JsonNode burden(Burden burden) {
        var object = fields(burden, false);
        object.remove("outputs");
        if (!burden.outputs().isEmpty()) {
            var outputs = object.putObject("outputs");
            for (var given : burden.outputs()) {
                outputs.set(given.output().name(), FactsBody.write(given.value()));
            }
        }
        return object;
    }

    private static ObjectNode fields(Record value, boolean tagged) {
        var object = NODES.objectNode();
        var kind = StoredKinds.of(value.getClass());
        if (tagged) {
            object.put("type", kind.name());
        }
        var components = value.getClass().getRecordComponents();
        for (int at = 0; at < components.length; at++) {
            var name = kind.fields().get(at);
            var field = field(value, components[at]);
            if (field instanceof Optional<?> maybe) {
                maybe.ifPresent(present -> object.set(name, node(present)));
            } else {
                object.set(name, node(field));
            }
        }
        return object;
    }

    private static Object field(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot read a field of " + value.getClass(), broken);
        }
    }
}
