package exeat.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.access.OwnSecret;
import exeat.casework.access.Past;
import exeat.casework.command.Actor;
import exeat.casework.command.Rejection;
import exeat.casework.state.Archive;
import exeat.casework.state.SecretRequest;
import exeat.casework.state.Stage;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.web.casefile.ActionScenes;
import exeat.web.casefile.ActionScenes.Scene;
import exeat.web.casefile.CaseActionKind;
import exeat.web.kit.PageTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OfferedActionsTest {

    private static final AuthorityId UNIT = new AuthorityId("jl-yanji-fa");
    private static final TravellerNo TWO = new TravellerNo(2);
    private static final Optional<Archive> KEPT =
            Optional.of(
                    Archive.NOTHING.with(
                            Optional.of(
                                    new Archive.LegalHold(
                                            "order 7",
                                            new OfficerId("kim"),
                                            UNIT,
                                            ActionScenes.NOW))));

    @Test
    void erasing_is_offered_where_it_will_not_be_rejected_and_else_told_with_what_is_missing() {
        assertThat(erasure(seen(true, Optional.empty(), List.of(), Stage.CLOSED))).isEmpty();
        assertThat(erasure(seen(false, Optional.empty(), List.of(), Stage.CLOSED)))
                .contains(Rejection.Code.SECRET_UNPROVED);
        assertThat(erasure(seen(true, Optional.empty(), List.of(), Stage.APPROVED)))
                .contains(Rejection.Code.NOT_ENDED);
        assertThat(erasure(seen(true, KEPT, List.of(), Stage.CLOSED)))
                .contains(Rejection.Code.KEPT_BY_ORDER);
        assertThat(erasure(seen(true, Optional.empty(), List.of(pending()), Stage.CLOSED)))
                .contains(Rejection.Code.SECRET_WAITING);
    }

    /** Why erasing is not offered to the first traveller, who has withdrawn; empty where it is. */
    private static Optional<Rejection.Code> erasure(Disclosure.CaseSeen seen) {
        var offered = offered(seen);
        var blocked =
                offered.blocked().entrySet().stream()
                        .filter(one -> one.getKey().kind() == CaseActionKind.ERASE_OWN)
                        .map(one -> one.getValue().code())
                        .findFirst();
        assertThat(offered.find(CaseActionKind.ERASE_OWN, "").isPresent())
                .isEqualTo(blocked.isEmpty());
        assertThat(offered.likely().find(CaseActionKind.ERASE_OWN, "")).isPresent();
        return blocked;
    }

    private static OfferedActions offered(Disclosure.CaseSeen seen) {
        var words = PageTexts.of("en");
        var likely =
                new PartyActions(
                        ActionScenes.at(Stage.WITHDRAWN, Scene.QUIET),
                        new Actor.Party(ActionScenes.CASE, ActionScenes.ONE),
                        ActionScenes.terms(words),
                        words,
                        ActionScenes.NOW,
                        Optional.empty());
        return new OfferedActions(likely, ActionScenes.ONE, seen, ActionScenes.NOW);
    }

    private static SecretRequest pending() {
        return new SecretRequest(
                ActionScenes.ONE,
                1,
                new OfficerId("kim"),
                UNIT,
                "hash",
                ActionScenes.NOW,
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    private static Disclosure.CaseSeen seen(
            boolean proved, Optional<Archive> archive, List<SecretRequest> secrets, Stage other) {
        var withdrawn = ActionScenes.at(Stage.WITHDRAWN, Scene.QUIET);
        var travellers =
                Map.<TravellerNo, TravellerSeen>of(
                        ActionScenes.ONE,
                        new Disclosure.Whole(withdrawn),
                        TWO,
                        new Disclosure.NameAndStage(withdrawn.traveller().name(), other));
        return new Disclosure.CaseSeen(
                ActionScenes.CASE,
                "EX-TEST-0001",
                ActionScenes.NOW,
                UNIT,
                archive,
                new TreeMap<>(travellers),
                secrets,
                new TreeMap<>(),
                new OwnSecret(proved, Set.of()),
                Past.WHOLE);
    }
}
