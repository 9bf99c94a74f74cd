package exeat.desk.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exeat.store.audit.AuditStore.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows that the events of the register of units give, and whether two people made each. */
final class UnitVerifier {

    static final String STREAM = "register/units";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** By the unit; a later event has where it stands, once a pack says so. */
    private final Map<String, String> founded = new TreeMap<>();

    private final Map<String, String> changes = new TreeMap<>();
    private final List<IntegrityAudit.Fault> faults = new ArrayList<>();

    void take(ExpectedMandates.Change event) {
        var payload = read(event.payload().text());
        switch (event.type()) {
            case "units-founded" -> payload.path("units").forEach(unit -> founded(unit.asText()));
            case "unit-change" -> changed(payload, event);
            default ->
                    fault(
                            "event",
                            STREAM + "#" + event.sequence(),
                            "it does not belong in this register");
        }
    }

    /** A unit comes once; what is above it is said later, if no pack said it before. */
    private void founded(String text) {
        var id = text.substring(0, Math.max(0, text.indexOf(' ')));
        var before = founded.put(id, text);
        if (before != null && !before.equals(text.replaceFirst(" [^ ]+", " -"))) {
            fault("unit", id, "it was changed, which no command does");
        }
    }

    private void changed(JsonNode payload, ExpectedMandates.Change event) {
        var id = payload.path("id").asText();
        var before = changes.put(id, event.payload().text());
        if (before != null && read(before).has("outcome")) {
            fault("unit_change", id, "it was changed after it was closed, which no command does");
        }
    }

    private void fault(String table, String where, String what) {
        faults.add(new IntegrityAudit.Fault(table, where, what));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            return JSON.createObjectNode();
        }
    }

    List<Line> founded() {
        return lines(founded);
    }

    List<Line> changes() {
        return lines(changes);
    }

    private static List<Line> lines(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * What no command did.
     *
     * @param agreed the changes to which two administrators agreed
     */
    List<IntegrityAudit.Fault> faults(List<String> agreed) {
        var found = new ArrayList<>(faults);
        var two = new HashSet<>(agreed);
        changes.forEach((id, text) -> {
            if (read(text).path("outcome").asText().equals("agreed") && !two.contains(id)) {
                found.add(
                        new IntegrityAudit.Fault(
                                "unit_change", id, "no two administrators agreed to it"));
            }
        });
        return found;
    }
}
