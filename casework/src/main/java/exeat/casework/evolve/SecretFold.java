package exeat.casework.evolve;

import exeat.casework.event.ActingOfficers;
import exeat.casework.event.SecretEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.SecretRequest;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import java.time.Instant;
import java.util.Optional;

/** Folds events on secrets and on requests for them. */
final class SecretFold {

    private SecretFold() {}

    static CaseState evolve(CaseState state, SecretEvent event, Instant at) {
        return acted(changed(state, event, at), event);
    }

    private static CaseState changed(CaseState state, SecretEvent event, Instant at) {
        return switch (event) {
            case SecretEvent.SecretAsked asked -> asked(state, asked, at);
            case SecretEvent.SecretIssued issued -> issued(state, issued);
            case SecretEvent.SecretStopped stopped ->
                    state.with(
                            state.handling()
                                    .with(
                                            request(state, stopped.to(), stopped.request())
                                                    .stopped(stopped.by().isEmpty())));
        };
    }

    private static CaseState asked(CaseState state, SecretEvent.SecretAsked asked, Instant at) {
        var request =
                new SecretRequest(
                        asked.to(),
                        asked.request(),
                        asked.by(),
                        asked.unit(),
                        asked.partHash(),
                        at,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false);
        return state.with(state.handling().with(request));
    }

    /** Events older than requests have none. */
    private static CaseState issued(CaseState state, SecretEvent.SecretIssued issued) {
        var to = issued.to();
        var answered =
                issued.request()
                        .map(number -> request(state, to, number))
                        .map(one -> one.issued(issued.by().orElseThrow(), issued.from()))
                        .map(one -> state.with(state.handling().with(one)))
                        .orElse(state);
        if (to.equals(TravellerNo.PRINCIPAL)) {
            return answered.withPrincipalSecret();
        }
        var draft = new TravellerDraft(traveller(answered, to));
        draft.secretIssued = true;
        return answered.with(draft.build());
    }

    private static CaseState acted(CaseState state, SecretEvent event) {
        var officers = ActingOfficers.of(event);
        if (officers.isEmpty() || event.to().equals(TravellerNo.PRINCIPAL)) {
            return state;
        }
        var draft = new TravellerDraft(traveller(state, event.to()));
        draft.tookPart(officers);
        return state.with(draft.build());
    }

    private static TravellerState traveller(CaseState state, TravellerNo to) {
        var traveller = state.travellers().get(to);
        if (traveller == null) {
            throw new IllegalStateException("no traveller " + to);
        }
        return traveller;
    }

    private static SecretRequest request(CaseState state, TravellerNo to, int number) {
        return state.handling().secrets().stream()
                .filter(one -> one.number() == number && one.to().equals(to))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no request " + number + " for " + to));
    }
}
