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

/** What administrators proposed, as its events give it, and whether two people made each change. */
final class ProposalVerifier {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String table;
    private final Map<String, String> rows = new TreeMap<>();
    private final List<IntegrityAudit.Fault> faults = new ArrayList<>();

    ProposalVerifier(String table) {
        this.table = table;
    }

    /** Takes a proposal as an event has it; one that was closed stays as it is. */
    void take(String text) {
        var id = read(text).path("id").asText();
        var before = rows.put(id, text);
        if (before != null && read(before).has("outcome")) {
            fault(id, "it was changed after it was closed, which no command does");
        }
    }

    private void fault(String where, String what) {
        faults.add(new IntegrityAudit.Fault(table, where, what));
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            return JSON.createObjectNode();
        }
    }

    List<Line> rows() {
        return rows.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * What no command did.
     *
     * @param agreed the proposals to which two administrators agreed
     */
    List<IntegrityAudit.Fault> faults(List<String> agreed) {
        var found = new ArrayList<>(faults);
        var two = new HashSet<>(agreed);
        rows.forEach((id, text) -> {
            if (read(text).path("outcome").asText().equals("agreed") && !two.contains(id)) {
                found.add(
                        new IntegrityAudit.Fault(table, id, "no two administrators agreed to it"));
            }
        });
        return found;
    }
}
