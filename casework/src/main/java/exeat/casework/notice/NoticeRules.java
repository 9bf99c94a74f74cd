package exeat.casework.notice;

import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.TravellerState;
import java.util.List;

/**
 * Who switches notices on: each adult for themselves, and nobody for anybody else. A guardian would
 * be told of a child at an address that the child may not know, and an officer would put somebody
 * in danger who shares a telephone. The answer never depends on whether they are on already: what
 * somebody with an unproved secret is told would then depend on a claim.
 */
public final class NoticeRules {

    private NoticeRules() {}

    public static Response choose(
            TravellerState t, Context context, TravellerCommand.ChooseNotices chosen) {
        boolean own = context.actor() instanceof Actor.Party party && party.no().equals(t.no());
        boolean minor = t.traveller().isMinorOn(context.today());
        return Check.that(own, Code.NOT_ALLOWED, "actor")
                .and(!chosen.on() || !minor, Code.NOT_ALLOWED, "minor")
                .then(() -> List.of(new TravellerEvent.NoticesChosen(t.no(), chosen.on())));
    }
}
