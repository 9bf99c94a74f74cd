package exeat.casework.state;

import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.state.TravellerState.Question;
import exeat.casework.value.Document;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.appearance.Appearances;
import exeat.casework.value.fee.FeeAccount;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The part of a traveller's state that only readers who see them in full may have (see {@code
 * Disclosure}): facts, findings, questions, corrections and their texts. The rest says who it is
 * and what must be done, which is enough for everybody else.
 *
 * @param declared with the application
 * @param brought the documents that came with the application
 * @param last what a guardian still sees, see {@link TravellerState}
 * @param fee which can follow from a protected fact
 * @param noticesSince since when notices are on, which is nobody else's to know
 * @param appearances that offices asked for
 */
public record RestrictedData(
        Facts declared,
        List<Document> brought,
        Facts facts,
        List<Document> documents,
        Optional<Finding> finding,
        List<Question> questions,
        List<Proposal> proposals,
        List<AppealState> appeals,
        Optional<TravellerState> last,
        Optional<FeeAccount> fee,
        Optional<Instant> noticesSince,
        Optional<Appearances> appearances) {

    public RestrictedData {
        brought = List.copyOf(brought);
        documents = List.copyOf(documents);
        questions = List.copyOf(questions);
        proposals = List.copyOf(proposals);
        appeals = List.copyOf(appeals);
    }

    public static RestrictedData of(TravellerState t) {
        return new RestrictedData(
                t.traveller().declared(),
                t.traveller().documents(),
                t.facts(),
                t.documents(),
                t.finding(),
                t.questions(),
                t.proposals(),
                t.appeals(),
                t.lastView(),
                t.fee(),
                t.noticesSince(),
                t.appearances());
    }

    /** A case without the restricted data of these travellers. */
    public static CaseState without(CaseState state, Set<TravellerNo> guarded) {
        return each(state, t -> guarded.contains(t.no()) ? bare(t).into(t) : t);
    }

    /** A case with the restricted data added back, for the travellers for whom it is given. */
    public static CaseState with(CaseState bare, Map<TravellerNo, RestrictedData> guarded) {
        return each(
                bare,
                t -> Optional.ofNullable(guarded.get(t.no())).map(own -> own.into(t)).orElse(t));
    }

    private static RestrictedData bare(TravellerState t) {
        return new RestrictedData(
                Facts.NONE,
                List.of(),
                Facts.NONE,
                List.of(),
                Optional.empty(),
                List.of(),
                t.proposals().stream()
                        .filter(p -> !(p.act() instanceof TwoOfficerAct.CorrectFact))
                        .map(RestrictedData::bare)
                        .toList(),
                t.appeals().stream().map(RestrictedData::wordless).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What was said about a hold is for its holder; what was said otherwise is not. */
    private static Proposal bare(Proposal p) {
        boolean hold =
                p.act() instanceof TwoOfficerAct.PlaceHold
                        || p.act() instanceof TwoOfficerAct.ExtendHold;
        return hold ? p : p.heard(AdverseHearing::wordless);
    }

    private static AppealState wordless(AppealState appeal) {
        return new AppealState(
                appeal.number(),
                appeal.against(),
                "",
                appeal.reviewer(),
                appeal.due(),
                appeal.filed(),
                appeal.upheld());
    }

    private static CaseState each(CaseState state, UnaryOperator<TravellerState> change) {
        var travellers = new TreeMap<TravellerNo, TravellerState>();
        state.travellers().forEach((no, t) -> travellers.put(no, change.apply(t)));
        return state.withPersons(travellers);
    }

    private TravellerState into(TravellerState t) {
        var of = t.traveller();
        var traveller =
                new Traveller(
                        of.no(),
                        of.names(),
                        of.birthDate(),
                        of.nationality(),
                        of.residence(),
                        of.purpose(),
                        declared,
                        brought,
                        of.guardians(),
                        of.language(),
                        of.contact());
        return new TravellerState(
                traveller,
                t.stage(),
                t.since(),
                t.secretIssued(),
                facts,
                documents,
                finding,
                t.found(),
                t.clearances(),
                t.holds(),
                proposals,
                questions,
                appeals,
                t.safeguards(),
                t.paper(),
                t.parts(),
                t.stop(),
                t.protectionClaimed(),
                t.confirmedOfAge(),
                t.officers(),
                t.protection(),
                last,
                fee,
                noticesSince,
                appearances);
    }
}
