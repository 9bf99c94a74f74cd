package exeat.desk.register;

import exeat.desk.base.Calls;

import exeat.casework.access.Mandate;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.Directive;
import exeat.store.rows.ClerkStore;
import java.util.Optional;

/** Keeps the table of who may look where in step with the trees of the directives. */
final class Scopes {

    private final ClerkStore store;

    Scopes(ClerkStore store) {
        this.store = store;
    }

    /**
     * A tree was loaded, or a unit of it has closed: whoever has an account in it looks where it
     * says from now on, and goes on in the successor of a unit that has closed.
     */
    void renew(Directive directive, AuthorityTree tree) {
        Calls.run(() -> {
            for (var account : store.accounts(Optional.of(directive.ref().id()))) {
                var unit = new AuthorityId(account.unit());
                if (tree.find(unit).isPresent()) {
                    var now = tree.now(unit).id();
                    store.follow(account.id(), now, Mandate.scope(tree, now));
                }
            }
        });
    }
}
