package exeat.desk;

import exeat.oversight.Cell;
import exeat.oversight.Measure;
import exeat.oversight.Situation;
import exeat.rules.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.ReadStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The situation, for an authority and everything below it. */
public final class Reports {

    private final Reading reading;
    private final Register register;
    private final InstantSource clock;

    Reports(Reading reading, Register register, InstantSource clock) {
        this.reading = reading;
        this.register = register;
        this.clock = clock;
    }

    /**
     * The situation now. Few are never shown as a figure.
     *
     * @throws OfficeException {@link Code#NOT_ALLOWED} when the authority is not in the officer's
     *     scope
     */
    public SituationReport situation(Session session, AuthorityId authority) {
        var eyes = reading.eyes(session);
        if (!Calls.get(() -> reading.store().scope(eyes)).contains(authority.text())) {
            throw new OfficeException(
                    Code.NOT_ALLOWED, "not in the scope of this session: " + authority);
        }
        var directive =
                register.covering(authority)
                        .orElseThrow(() ->
                                new OfficeException(Code.NOT_FOUND, "no such unit: " + authority));
        var tree = directive.authorities();
        var units = tree.all().stream().map(unit -> unit.id().text()).toList();
        var cells = new HashMap<Cell, Long>();
        for (var cell : Calls.get(() -> reading.store().cells(eyes, units))) {
            cells.merge(cell(cell), cell.n(), Long::sum);
        }
        var day = clock.instant().atZone(directive.vocabulary().zone()).toLocalDate();
        return new SituationReport(
                Situation.of(tree, authority, cells, issues(eyes), day, false), tree);
    }

    private static Cell cell(ReadStore.Cell row) {
        return new Cell(
                new AuthorityId(row.authority()),
                Measure.valueOf(row.measure()),
                row.began(),
                row.due());
    }

    private Map<AuthorityId, Long> issues(ReadStore.Eyes eyes) {
        var open = new HashMap<AuthorityId, Long>();
        for (var issue : Calls.get(() -> reading.store().issues(eyes))) {
            if (issue.open()) {
                open.merge(new AuthorityId(issue.holder()), 1L, Long::sum);
            }
        }
        return open;
    }
}
