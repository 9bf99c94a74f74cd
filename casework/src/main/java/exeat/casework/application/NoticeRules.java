package exeat.casework.application;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import java.util.List;

/**
 * Who switches notices on: each adult for themselves, and nobody for anybody else. A guardian would
 * be told of a child at an address that the child may not know, and an officer would put somebody
 * in danger who shares a telephone. The answer never depends on whether they are on already: what
 * somebody with an unproved secret is told would then depend on a claim.
 */
final class NoticeRules {

    private NoticeRules() {}

    static Response choose(TravellerContext m, TravellerCommand.ChooseNotices chosen) {
        return Check.that(m.isParty(m.no()), Code.NOT_ALLOWED, "actor")
                .and(!chosen.on() || !m.isMinor(), Code.NOT_ALLOWED, "minor")
                .then(() -> List.of(new TravellerEvent.NoticesChosen(m.no(), chosen.on())));
    }
}
