package exeat.desk;

import exeat.casework.Mandate;
import exeat.rules.AuthorityId;
import exeat.rules.Directive;
import exeat.store.ClerkStore;
import java.util.Optional;

/** Keeps the table of who may look where in step with the trees of the directives. */
final class Scopes {

    private final ClerkStore store;

    Scopes(ClerkStore store) {
        this.store = store;
    }

    /** A tree was loaded: whoever has an account in it looks where it says from now on. */
    void renew(Directive directive) {
        var tree = directive.authorities();
        Calls.run(() -> {
            for (var account : store.accounts(Optional.of(directive.ref().id()))) {
                var unit = new AuthorityId(account.unit());
                if (tree.find(unit).isPresent()) {
                    store.scope(account.id(), Mandate.scope(tree, unit));
                }
            }
        });
    }
}
