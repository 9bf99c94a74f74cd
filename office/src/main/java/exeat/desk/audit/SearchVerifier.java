package exeat.desk.audit;

import exeat.casework.state.CaseState;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.desk.search.SearchIndex;
import exeat.desk.search.SearchTokens;
import exeat.store.audit.AuditStore;
import exeat.store.audit.AuditStore.SearchRow;
import exeat.store.audit.AuditStore.Stream;
import exeat.store.key.Vault;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the tokens by which people are found again, and compares: everybody not erased has a row.
 */
final class SearchVerifier {

    private static final String TABLE = "search_person";

    private final AuditStore store;
    private final Map<String, SearchTokens> keys;
    private final List<IntegrityAudit.Fault> faults;

    SearchVerifier(AuditStore store, Vault vault, List<IntegrityAudit.Fault> faults) {
        this.store = store;
        this.faults = faults;
        this.keys =
                SearchTokens.all(vault.masters()).stream()
                        .collect(Collectors.toMap(SearchTokens::number, key -> key));
    }

    /** The rows of a case. */
    void check(Stream stream, CaseState state) throws SQLException {
        var rows = new HashMap<Integer, SearchRow>();
        store.searched(stream.id()).forEach(row -> rows.put(row.traveller(), row));
        for (var t : state.travellers().values()) {
            var row = rows.remove(t.no().number());
            boolean erased = state.erasure(t.no()).isPresent();
            if (row == null ? !erased : erased) {
                fault(stream, t.no().number(), erased ? "its person was erased" : "it is missing");
            } else if (row != null && !isOf(stream, t, row)) {
                fault(stream, t.no().number(), "its tokens are not those of this person");
            }
        }
        rows.keySet().forEach(no -> fault(stream, no, "there is no such person"));
    }

    /** Tokens that still have to be made may be none, or those of any key. */
    private boolean isOf(Stream stream, TravellerState t, SearchRow row) {
        var place = SearchIndex.place(stream.key(), t.no());
        if (!row.key().isEmpty()) {
            var key = keys.get(row.key());
            return key != null && key.of(t.traveller(), place).equals(row.tokens());
        }
        return row.tokens().isEmpty()
                || keys.values().stream()
                        .anyMatch(key -> key.of(t.traveller(), place).equals(row.tokens()));
    }

    private void fault(Stream stream, int traveller, String what) {
        var where = SearchIndex.place(stream.key(), new TravellerNo(traveller));
        faults.add(new IntegrityAudit.Fault(TABLE, Fields.shown(where), what));
    }
}
