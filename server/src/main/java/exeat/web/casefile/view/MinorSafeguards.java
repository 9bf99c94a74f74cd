package exeat.web.casefile.view;

import exeat.casework.state.TravellerState;
import exeat.casework.value.Safeguard;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The safeguards for a child's journey: those that are met, and those still missing. */
public final class MinorSafeguards {

    private final PageTexts words;

    public MinorSafeguards(PageTexts words) {
        this.words = words;
    }

    /**
     * One safeguard.
     *
     * @param how the evidence, or how it can be met
     */
    public record Care(String what, String how, boolean met) {}

    /** Empty for an adult: only a minor's application names who has parental responsibility. */
    public List<Care> of(TravellerState state) {
        var cares = new ArrayList<Care>();
        var guardians = state.traveller().guardians();
        if (guardians.isEmpty()) {
            return cares;
        }
        var court = evidence(state, Safeguard.Court.class);
        court.ifPresent(how -> cares.add(new Care(words.say("child.court"), how, true)));
        for (int i = 0; i < guardians.size(); i++) {
            int index = i;
            var given =
                    state.safeguards().stream()
                            .filter(s -> s instanceof Safeguard.Consent(int g, _) && g == index)
                            .findFirst();
            var what = words.say("child.consent", guardians.get(i).name());
            boolean own = guardians.get(i).party().isPresent();
            if (given.isPresent()) {
                cares.add(new Care(what, own ? "" : evidence(given.get()), true));
            } else if (court.isEmpty()) {
                var how = words.say(own ? "child.consent.own" : "child.consent.paper");
                cares.add(new Care(what, how, false));
            }
        }
        var heard = evidence(state, Safeguard.Heard.class);
        cares.add(
                new Care(
                        words.say("child.heard"),
                        heard.orElseGet(() -> words.say("child.heard.how")),
                        heard.isPresent()));
        evidence(state, Safeguard.GuardianNamed.class)
                .ifPresent(how -> cares.add(new Care(words.say("child.guardian"), how, true)));
        evidence(state, Safeguard.BestInterests.class)
                .ifPresent(how -> cares.add(new Care(words.say("child.interests"), how, true)));
        return cares;
    }

    private static Optional<String> evidence(TravellerState state, Class<? extends Safeguard> of) {
        return state.safeguards().stream()
                .filter(of::isInstance)
                .map(MinorSafeguards::evidence)
                .findFirst();
    }

    private static String evidence(Safeguard safeguard) {
        return switch (safeguard) {
            case Safeguard.Consent consent -> consent.evidence();
            case Safeguard.Court court -> court.number();
            case Safeguard.Heard heard -> heard.record();
            case Safeguard.GuardianNamed named -> named.name() + " · " + named.evidence();
            case Safeguard.BestInterests assessed -> assessed.assessment();
        };
    }
}
