package exeat.desk.audit;

import exeat.rules.Pack;
import exeat.rules.authority.Authority;
import exeat.rules.source.PackException;
import exeat.store.StoredFunction;
import exeat.store.audit.AuditStore;
import exeat.store.audit.AuditStore.Line;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds stored directives and drafts to their files, and the units to the directives: each is in
 * the register of units.
 */
final class DirectiveVerifier {

    private final AuditStore store;
    private final List<IntegrityAudit.Fault> faults;

    /**
     * What checks.
     *
     * @param faults to which it adds what it finds
     */
    DirectiveVerifier(AuditStore store, List<IntegrityAudit.Fault> faults) {
        this.store = store;
        this.faults = faults;
    }

    void check() throws SQLException {
        directives();
        drafts();
    }

    private void fault(String table, String where, String what) {
        faults.add(new IntegrityAudit.Fault(table, where, Fields.shown(what)));
    }

    private void directives() throws SQLException {
        var stored =
                store.authorities().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Line::where,
                                        Collectors.mapping(Line::text, Collectors.toSet())));
        var registered =
                store.accounts().units().stream().map(Line::where).collect(Collectors.toSet());
        for (var line : store.directives()) {
            var id = line.text().substring(0, line.text().indexOf(' '));
            var files = line.text().substring(id.length() + 1);
            try {
                var pack = Pack.read(id, store.files(line.where()));
                // What an earlier program stored is named by its files.
                boolean isNamed = Set.of(pack.ref().hash(), files).contains(line.where());
                if (!pack.filesHash().equals(files) || !isNamed) {
                    fault("directive_file", id, "its files do not match its hash");
                    continue;
                }
                var must =
                        pack.authorities().all().stream()
                                .map(DirectiveVerifier::unit)
                                .collect(Collectors.toSet());
                var there = stored.getOrDefault(line.where(), Set.of());
                there.stream()
                        .filter(unit -> !must.contains(unit))
                        .forEach(unit -> fault("authority", id, unit + " is not in it"));
                must.stream()
                        .filter(unit -> !there.contains(unit))
                        .forEach(unit -> fault("authority", id, unit + " is missing"));
                pack.authorities().all().stream()
                        .map(unit -> unit.id().text())
                        .filter(unit -> !registered.contains(unit))
                        .forEach(unit -> fault("unit", unit, "it is missing"));
            } catch (PackException unreadable) {
                fault("directive_file", id, "its files are not a readable pack");
            }
        }
    }

    private void drafts() throws SQLException {
        for (var line : store.drafts()) {
            try {
                var draft = Pack.parse(line.text(), store.draftFiles(line.where()));
                if (!draft.filesHash().equals(line.where())) {
                    fault("draft_file", line.text(), "its files do not match its hash");
                }
            } catch (PackException unreadable) {
                fault("draft_file", line.text(), "its files are not a readable pack");
            }
        }
    }

    private static String unit(Authority unit) {
        return Fields.of(
                unit.id().text(),
                unit.parent().map(parent -> parent.text()).orElse(Fields.NONE),
                StoredFunction.of(unit.function()),
                unit.place().text(),
                unit.borderPost() ? "t" : "f");
    }
}
