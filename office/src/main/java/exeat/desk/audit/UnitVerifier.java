package exeat.desk.audit;

import exeat.store.audit.AuditStore.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows that the events of the register of units give, and whether two people made each. */
final class UnitVerifier {

    static final String STREAM = "register/units";

    /** By the unit; a later event has where it stands, once a pack says so. */
    private final Map<String, String> founded = new TreeMap<>();

    private final ProposalVerifier changes = new ProposalVerifier("unit_change");
    private final List<IntegrityAudit.Fault> faults = new ArrayList<>();

    void take(ExpectedMandates.Change event) {
        var text = event.payload().text();
        switch (event.type()) {
            case "units-founded" ->
                    ProposalVerifier.read(text)
                            .path("units")
                            .forEach(unit -> founded(unit.asText()));
            case "unit-change" -> changes.take(text);
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

    private void fault(String table, String where, String what) {
        faults.add(new IntegrityAudit.Fault(table, where, what));
    }

    List<Line> founded() {
        return founded.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<Line> changes() {
        return changes.rows();
    }

    /**
     * What no command did.
     *
     * @param agreed the changes to which two administrators agreed
     */
    List<IntegrityAudit.Fault> faults(List<String> agreed) {
        var found = new ArrayList<>(faults);
        found.addAll(changes.faults(agreed));
        return found;
    }
}
