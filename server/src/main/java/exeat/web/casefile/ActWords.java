package exeat.web.casefile;

import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.casework.value.Act;
import exeat.casework.value.HoldGround;
import java.util.ArrayList;
import java.util.List;

/** What two officers are about to do, told so that the second knows what they agree to. */
final class ActWords {

    private final Terms terms;
    private final Words words;

    ActWords(Terms terms, Words words) {
        this.terms = terms;
        this.words = words;
    }

    String name(Act act) {
        return words.say("act." + act.getClass().getSimpleName());
    }

    List<String> details(Act act) {
        return switch (act) {
            case Act.Refuse _ -> List.of();
            case Act.SetAside(var ground) ->
                    List.of(words.say("act.ground", terms.setAsideGround(ground)));
            case Act.PlaceHold hold -> {
                var told = new ArrayList<String>();
                told.add(words.say("act.ground", ground(hold.ground())));
                told.add(words.say("act.evidence", hold.evidence()));
                hold.whatIsNew().ifPresent(text -> told.add(words.say("act.new", text)));
                told.add(words.say("act.limit", words.day(hold.limit())));
                yield told;
            }
            case Act.ExtendHold(var number, var evidence, var limit) ->
                    List.of(
                            words.say("case.hold", number),
                            words.say("act.evidence", evidence),
                            words.say("act.limit", words.day(limit)));
            case Act.Revoke(var ground, var evidence) ->
                    List.of(
                            words.say("act.ground", ground(ground)),
                            words.say("act.evidence", evidence));
            case Act.CorrectFact(var fact, var value, var evidence) ->
                    List.of(
                            words.say("act.becomes", terms.said(fact, value)),
                            words.say("act.evidence", evidence));
        };
    }

    String ground(HoldGround ground) {
        return switch (ground) {
            case HoldGround.IdentityNotEstablished _ -> words.say("deed.ground.identity");
            case HoldGround.FactContested(var fact) ->
                    words.say("deed.ground.contested") + ": " + terms.fact(fact);
            case HoldGround.CourtOrder order ->
                    words.say("act.court", order.number(), words.day(order.expires()));
        };
    }
}
