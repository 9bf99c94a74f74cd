package exeat.desk.projection;

import exeat.casework.access.InvolvedUnits;
import exeat.casework.access.Mandate;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The units that see a case, and those that an officer looks at, as the database compares them.
 *
 * <p>While a paper is out every border post sees its case. These are one row of the case and not a
 * row each, since a country has many; and a query for a post reads that row as well.
 */
public final class CaseSight {

    /** All border posts of the case's directive; no unit can be called so. */
    public static final String EVERY_POST = "*";

    private CaseSight() {}

    /** The rows of a case that concerns these units. */
    public static Set<String> of(Set<AuthorityId> involved, AuthorityTree tree) {
        var names = Projections.texts(involved);
        var posts = posts(tree);
        if (posts.size() > 1 && involved.containsAll(posts)) {
            posts.forEach(post -> names.remove(post.text()));
            names.add(EVERY_POST);
        }
        return names;
    }

    /** The rows of the scope of a unit's officers. */
    public static Set<String> scope(AuthorityTree tree, AuthorityId unit) {
        var scope = Mandate.scope(tree, unit);
        var names = new TreeSet<>(Projections.texts(scope));
        if (posts(tree).stream().anyMatch(scope::contains)) {
            names.add(EVERY_POST);
        }
        return names;
    }

    private static List<AuthorityId> posts(AuthorityTree tree) {
        return tree.all().stream()
                .filter(InvolvedUnits::recordsCrossings)
                .map(Authority::id)
                .toList();
    }
}
