package exeat.casework.directive;

import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.DirectiveChange;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.util.List;
import java.util.Optional;

/** Whether a unit can be closed or merged into another: no work may be left without a unit. */
final class UnitClosureRules {

    private UnitClosureRules() {}

    /** Whether two officers of the issuer can decide it. */
    static Optional<Rejection> possible(
            VersionHistory tenure, Context context, DirectiveChange.CloseUnit closing) {
        var tree = context.directive().authorities().withClosed(tenure.closed(closing.from()));
        var unit = tree.find(closing.unit());
        var successor = tree.find(closing.successor());
        return Check.that(unit.isPresent(), Code.NOT_FOUND, "unit")
                .and(successor.isPresent(), Code.NOT_FOUND, "successor")
                .and(() -> !unit.orElseThrow().equals(tree.root()), Code.NOT_ALLOWED, "unit")
                .and(!closing.unit().equals(closing.successor()), Code.BAD_VALUE, "successor")
                .and(
                        () ->
                                unit.orElseThrow()
                                        .function()
                                        .equals(successor.orElseThrow().function()),
                        Code.BAD_VALUE,
                        "successor")
                .and(!closing.from().isBefore(context.today()), Code.BAD_DATE, "from")
                .and(!isClosing(tenure, closing.unit()), Code.ALREADY_EXISTS, "unit")
                .and(!isClosing(tenure, closing.successor()), Code.BAD_VALUE, "successor")
                .and(() -> isLast(tree, closing), Code.WRONG_STAGE, "unit")
                .failure();
    }

    private static boolean isClosing(VersionHistory tenure, AuthorityId unit) {
        return tenure.closings().orElse(List.of()).stream().anyMatch(c -> c.unit().equals(unit));
    }

    /** An area closes after everything in it. */
    private static boolean isLast(AuthorityTree tree, DirectiveChange.CloseUnit closing) {
        return !tree.get(closing.unit()).supervises()
                || tree.children(closing.unit()).stream().allMatch(u -> tree.isClosed(u.id()));
    }
}
