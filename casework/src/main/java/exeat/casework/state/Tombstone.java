package exeat.casework.state;

import exeat.casework.value.Application;
import exeat.casework.value.PaperSeal;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A case after an erasure; its state continues from here, because earlier events can no longer be
 * read. For an erased traveller it keeps the number, how and when the case ended, what was counted,
 * and the numbers of the steps that others were never told of: without them the next version that
 * others are told would tell how many there were.
 *
 * @param bare without {@link RestrictedData}
 * @param guarded the restricted data of the travellers who were not erased
 */
public record Tombstone(CaseState bare, SortedMap<TravellerNo, RestrictedData> guarded) {

    /** Replaces a name; it has no script. */
    private static final PersonName NOBODY = new PersonName("Zxxx", "", "-");

    public Tombstone {
        guarded = Collections.unmodifiableSortedMap(new TreeMap<>(guarded));
    }

    public static Tombstone after(CaseState state, Collection<TravellerNo> gone) {
        var travellers = new TreeMap<TravellerNo, TravellerState>();
        var guarded = new TreeMap<TravellerNo, RestrictedData>();
        for (var t : state.travellers().values()) {
            if (gone.contains(t.no()) || state.erasure(t.no()).isPresent()) {
                travellers.put(t.no(), nobody(state, t));
            } else {
                travellers.put(t.no(), t);
                guarded.put(t.no(), RestrictedData.of(t));
            }
        }
        var emptied = state.withPersons(travellers);
        if (guarded.isEmpty()) {
            emptied = emptied.with(withoutPrincipal(emptied.application()));
        }
        return new Tombstone(RestrictedData.without(emptied, guarded.keySet()), guarded);
    }

    public CaseState whole() {
        return RestrictedData.with(bare, guarded);
    }

    private static Application withoutPrincipal(Application application) {
        return new Application(
                application.number(),
                application.channel(),
                application.principal().map(_ -> NOBODY),
                application.enteredBy(),
                application.travellers());
    }

    private static TravellerState nobody(CaseState state, TravellerState t) {
        var traveller =
                new Traveller(
                        t.no(),
                        List.of(NOBODY),
                        BirthDate.of(LocalDate.EPOCH),
                        "none",
                        state.holder(),
                        t.traveller().purpose(),
                        Facts.NONE,
                        List.of(),
                        List.of(),
                        "en",
                        Optional.empty());
        return new TravellerState(
                traveller,
                hasEnded(t) ? t.stage() : Stage.WITHDRAWN,
                t.since(),
                t.secretIssued(),
                Facts.NONE,
                List.of(),
                t.finding().map(Tombstone::outcome),
                t.found(),
                t.clearances().stream().filter(c -> !c.isOpen()).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                t.paper().map(Tombstone::days),
                t.parts(),
                Optional.empty(),
                false,
                Optional.empty(),
                Set.of(),
                t.protection().map(p -> p.counted(t.protectionClaimed())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static boolean hasEnded(TravellerState t) {
        return StageTransitions.ENDS.contains(t.stage()) || t.stage() == Stage.REFUSED;
    }

    /** What the report counts: the outcome, without reasons. */
    private static Finding outcome(Finding finding) {
        return new Finding(
                finding.directive(),
                finding.outcome(),
                finding.why(),
                finding.purpose(),
                List.of(),
                new Burden(
                        List.of(),
                        List.of(),
                        BigDecimal.ZERO,
                        0,
                        finding.burden().decisionDays(),
                        0,
                        false,
                        0,
                        Optional.empty(),
                        List.of()),
                List.of(),
                Facts.NONE,
                finding.unanswered(),
                List.of(),
                List.of());
    }

    private static TravellerState.Paper days(TravellerState.Paper paper) {
        return new TravellerState.Paper(
                "",
                paper.from(),
                paper.until(),
                paper.reentry(),
                paper.revoked(),
                true,
                paper.seal().map(PaperSeal::withoutText),
                paper.before());
    }
}
