package exeat.store.batch;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import exeat.store.Memo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the first row of a batch tells for all of them, and mostly as it was told with the batch
 * before: then it is not read again.
 */
final class SharedColumns {

    private static final TypeReference<Map<String, Set<String>>> UNITS = new TypeReference<>() {};
    private static final TypeReference<Map<String, JsonNode>> TENURES = new TypeReference<>() {};

    private final Memo<String, Map<String, Set<String>>> units = new Memo<>();
    private final Memo<String, Map<String, String>> inForce = new Memo<>();

    /** The units that have acknowledged, by directive id. */
    Map<String, Set<String>> acknowledged(ResultSet row) throws SQLException {
        var told = row.getString("acknowledged");
        return told == null ? Map.of() : units.of(told, json -> BatchStore.read(json, UNITS));
    }

    /** What is in force when, by directive id, as it was written. */
    Map<String, String> tenures(ResultSet row) throws SQLException {
        var told = row.getString("tenures");
        return told == null ? Map.of() : inForce.of(told, SharedColumns::tenures);
    }

    private static Map<String, String> tenures(String json) {
        var tenures = new HashMap<String, String>();
        BatchStore.read(json, TENURES).forEach((id, tenure) -> tenures.put(id, tenure.toString()));
        return Map.copyOf(tenures);
    }
}
