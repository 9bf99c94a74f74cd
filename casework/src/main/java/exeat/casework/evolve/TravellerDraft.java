package exeat.casework.evolve;

import exeat.casework.state.Protection;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.state.TravellerState.BorderStop;
import exeat.casework.state.TravellerState.Clearance;
import exeat.casework.state.TravellerState.CrossingPart;
import exeat.casework.state.TravellerState.Hold;
import exeat.casework.state.TravellerState.Paper;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.state.TravellerState.Question;
import exeat.casework.state.Undoing;
import exeat.casework.value.Document;
import exeat.casework.value.OfficerId;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Traveller;
import exeat.casework.value.appearance.Appearances;
import exeat.casework.value.fee.FeeAccount;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A traveller's state while one event is folded in; owned by that one call of {@link CaseFold}. The
 * folds call it {@code d}, for draft.
 */
public final class TravellerDraft {

    final TravellerState before;
    Stage stage;
    Instant since;
    public boolean secretIssued;
    Facts facts;
    final List<Document> documents;
    Optional<Finding> finding;
    Optional<Instant> found;
    final List<Clearance> clearances;
    final List<Hold> holds;
    final List<Proposal> proposals;
    final List<Question> questions;
    final List<AppealState> appeals;
    public final Set<Safeguard> safeguards;
    Optional<Paper> paper;
    final List<CrossingPart> parts;
    Optional<BorderStop> stop;
    boolean protectionClaimed;
    Optional<Instant> confirmedOfAge;
    public final Set<OfficerId> officers;
    Optional<Protection> protection;
    Optional<TravellerState> lastView;
    Optional<FeeAccount> fee;
    Optional<Instant> noticesSince;
    Optional<Appearances> appearances;

    public TravellerDraft(TravellerState before) {
        this.before = before;
        stage = before.stage();
        since = before.since();
        secretIssued = before.secretIssued();
        facts = before.facts();
        documents = new ArrayList<>(before.documents());
        finding = before.finding();
        found = before.found();
        clearances = new ArrayList<>(before.clearances());
        holds = new ArrayList<>(before.holds());
        proposals = new ArrayList<>(before.proposals());
        questions = new ArrayList<>(before.questions());
        appeals = new ArrayList<>(before.appeals());
        safeguards = new LinkedHashSet<>(before.safeguards());
        paper = before.paper();
        parts = new ArrayList<>(before.parts());
        stop = before.stop();
        protectionClaimed = before.protectionClaimed();
        confirmedOfAge = before.confirmedOfAge();
        officers = new LinkedHashSet<>(before.officers());
        protection = before.protection();
        lastView = before.lastView();
        fee = before.fee();
        noticesSince = before.noticesSince();
        appearances = before.appearances();
    }

    /** Officers did something else in the case than to undo what was done in person. */
    void tookPart(List<OfficerId> acting) {
        officers.addAll(acting);
        protection =
                protection
                        .filter(p -> p.undoing().isPresent())
                        .map(p -> p.with(p.undoing().map(one -> one.without(acting))))
                        .or(() -> protection);
    }

    /** A traveller as filed: unconfirmed, with nothing decided. */
    public static TravellerState applied(Traveller traveller, Instant at) {
        return new TravellerState(
                traveller,
                Stage.UNCONFIRMED,
                at,
                false,
                traveller.declared(),
                traveller.documents(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** As others see a traveller, who have no key to their last view. */
    public static TravellerState seen(TravellerState t, Protection.Beside beside) {
        var draft = new TravellerDraft(t);
        draft.stage = beside.stage();
        draft.protectionClaimed = beside.claimed();
        draft.protection = beside.protection();
        return draft.build();
    }

    /** As the holder of an unproved secret sees them: not told that somebody undoes something. */
    public static TravellerState withoutUndo(TravellerState t) {
        var draft = new TravellerDraft(t);
        draft.protection = t.protection().map(p -> p.with(p.undoing().map(Undoing::untold)));
        return draft.build();
    }

    /** At the stage that is shown of a traveller to whom no last view is kept. */
    public static TravellerState shown(TravellerState t) {
        var draft = new TravellerDraft(t);
        draft.stage = t.shownStage();
        return draft.build();
    }

    public TravellerState build() {
        return new TravellerState(
                before.traveller(),
                stage,
                since,
                secretIssued,
                facts,
                documents,
                finding,
                found,
                clearances,
                holds,
                proposals,
                questions,
                appeals,
                safeguards,
                paper,
                parts,
                stop,
                protectionClaimed,
                confirmedOfAge,
                officers,
                protection,
                lastView,
                fee,
                noticesSince,
                appearances);
    }

    /** Changes the one matching element; if there is none, an invariant is broken. */
    static <T> void change(List<T> list, Predicate<T> meant, UnaryOperator<T> change) {
        for (int i = 0; i < list.size(); i++) {
            if (meant.test(list.get(i))) {
                list.set(i, change.apply(list.get(i)));
                return;
            }
        }
        throw new IllegalStateException("an event is about something that is not there");
    }
}
