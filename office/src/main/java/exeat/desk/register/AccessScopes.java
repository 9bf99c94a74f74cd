package exeat.desk.register;

import exeat.desk.base.StoreCalls;
import exeat.desk.projection.CaseSight;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.store.rows.RegisterStore;

/** Keeps the access table in step with the trees of the directives. */
final class AccessScopes {

    private final RegisterStore store;

    AccessScopes(RegisterStore store) {
        this.store = store;
    }

    /**
     * A tree was loaded, or a unit of it has closed: its mandates look where it says from now on,
     * and go on in the successor of a unit that has closed.
     */
    void renew(Directive directive, AuthorityTree tree) {
        StoreCalls.run(() -> {
            var id = directive.ref().id();
            for (var account : store.accounts(id)) {
                var unit = new AuthorityId(account.unit());
                if (tree.find(unit).isPresent()) {
                    var now = tree.current(unit).id();
                    store.follow(account.id(), id, now, CaseSight.scope(tree, now));
                }
            }
        });
    }
}
