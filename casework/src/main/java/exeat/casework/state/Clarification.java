package exeat.casework.state;

import exeat.casework.value.StreamId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The issuer's answer to an issue: dated, public, acknowledged by every unit that has the
 * directive. It changes no rule by itself; a version that includes it does, once it is in force.
 *
 * @param rules the ids of the rules that it changes; empty if it only explains
 * @param acknowledged by which units, and when
 */
public record Clarification(
        int number,
        StreamId.IssueId issue,
        DirectiveRef version,
        String paragraph,
        Set<String> rules,
        String text,
        Instant at,
        Map<AuthorityId, Instant> acknowledged) {

    public Clarification {
        rules = Collections.unmodifiableSet(new TreeSet<>(rules));
        acknowledged = Collections.unmodifiableMap(new TreeMap<>(acknowledged));
    }

    /** Whether officers must read it before they decide anything further. */
    public boolean changesARule() {
        return !rules.isEmpty();
    }

    public Clarification acknowledged(AuthorityId unit, Instant when) {
        var all = new TreeMap<>(acknowledged);
        all.put(unit, when);
        return new Clarification(number, issue, version, paragraph, rules, text, at, all);
    }
}
