package exeat.api;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.web.casefile.CaseActionKind;
import exeat.web.casefile.CaseActionKind.OfferedTo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code RightsIT} tries as everybody what an officer can do on a case. */
class PageRouteTest {

    /**
     * A trip that stands approved and a minor, whom no scene has: see AdverseIT and MinorsIT. The
     * pack of 1963 takes no fee: see FeeActionsTest.
     */
    private static final Set<CaseActionKind> WITHOUT_SCENE =
            EnumSet.of(
                    CaseActionKind.SET_ASIDE,
                    CaseActionKind.SAFEGUARD,
                    CaseActionKind.RECORD_PAYMENT,
                    CaseActionKind.WAIVE_FEE,
                    CaseActionKind.REFUND_FEE);

    @Test
    void every_action_of_an_officer_is_tried_and_no_other() {
        var actions =
                Arrays.stream(CaseActionKind.values())
                        .filter(kind -> kind.readers().contains(OfferedTo.OFFICER))
                        .filter(kind -> !WITHOUT_SCENE.contains(kind))
                        .map(CaseActionKind::address)
                        .collect(Collectors.toSet());
        assertThat(PageRoute.officersActions())
                .as("add the action to PageRoute, with the scene in which somebody may do it")
                .isEqualTo(actions);
    }
}
