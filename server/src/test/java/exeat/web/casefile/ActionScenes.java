package exeat.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.state.AdverseHearing;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Guardian;
import exeat.casework.value.HoldGround;
import exeat.casework.value.OfficerId;
import exeat.casework.value.PersonName;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.appearance.Appearance;
import exeat.casework.value.appearance.AppearanceKind;
import exeat.casework.value.appearance.AppearancePurpose;
import exeat.casework.value.appearance.AppearanceRequest;
import exeat.casework.value.appearance.Appearances;
import exeat.casework.value.birth.BirthDate;
import exeat.casework.value.fee.FeeAccount;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.ServiceWay;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.rules.source.PackException;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Travellers at every stage, with little and with much under way, as actions are offered on. */
public final class ActionScenes {

    public static final CaseId CASE = new CaseId(new UUID(0, 1));
    public static final TravellerNo ONE = new TravellerNo(1);
    public static final Instant NOW = Instant.parse("1963-09-02T01:00:00Z");
    static final AuthorityId HOLDER = new AuthorityId("jl-yanji-fa");
    static final AuthorityId POLICE = new AuthorityId("jl-yanji-ps");
    static final AuthorityId REVIEWER = new AuthorityId("jl");

    private static final Directive DIRECTIVE = read();
    private static final LocalDate DAY = LocalDate.of(1963, 9, 20);
    private static final FactName FACT = new FactName("relations in Korea");
    private static final OfficerId SOMEBODY = new OfficerId("somebody");
    private static final OfficerId ANOTHER = new OfficerId("another");

    /** How much is under way. */
    public enum Scene {
        QUIET,
        BUSY,
        MINOR,
        CLAIMED,
        /** An officer says that they came in person. */
        IN_PERSON
    }

    private ActionScenes() {}

    private static Directive read() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        try {
            return Pack.read(Path.of(root, "directives", "prc-1963"));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public static PackTexts terms(PageTexts words) {
        return new PackTexts(DIRECTIVE, words);
    }

    /** Every traveller that there is here. */
    public static List<TravellerState> all() {
        var all = new ArrayList<TravellerState>();
        for (var stage : Stage.values()) {
            for (var scene : Scene.values()) {
                all.add(at(stage, scene));
            }
        }
        return all;
    }

    public static TravellerState at(Stage stage, Scene scene) {
        boolean busy = scene == Scene.BUSY;
        return at(
                stage,
                scene,
                busy ? List.of(hold(Optional.empty())) : List.of(),
                busy ? proposals() : List.of());
    }

    /** Two officers put them on hold; that ended, or not yet. */
    public static TravellerState held(Stage stage, Optional<Instant> ended) {
        var hold = hold(ended);
        var act =
                new TwoOfficerAct.PlaceHold(
                        hold.ground(),
                        hold.evidence(),
                        hold.limit(),
                        hold.clearance(),
                        Optional.empty());
        var decided = proposal(1, act, Optional.of(ANOTHER), List.of());
        return at(stage, Scene.QUIET, List.of(hold), List.of(decided));
    }

    private static TravellerState at(
            Stage stage,
            Scene scene,
            List<TravellerState.Hold> holds,
            List<TravellerState.Proposal> proposals) {
        boolean busy = scene == Scene.BUSY;
        return new TravellerState(
                traveller(scene),
                stage,
                NOW,
                true,
                Facts.NONE,
                List.of(),
                Optional.of(finding(stage)),
                Optional.of(NOW),
                busy ? clearances() : List.of(),
                holds,
                proposals,
                busy ? questions() : List.of(),
                busy ? List.of(appeal()) : List.of(),
                Set.of(),
                Optional.empty(),
                List.of(),
                busy ? Optional.of(stop()) : Optional.empty(),
                scene == Scene.CLAIMED,
                Optional.empty(),
                Set.of(SOMEBODY),
                scene == Scene.IN_PERSON ? Optional.of(protection(stage)) : Optional.empty(),
                Optional.empty(),
                busy ? Optional.of(fee()) : Optional.empty(),
                Optional.empty(),
                busy || scene == Scene.CLAIMED ? Optional.of(appearances()) : Optional.empty());
    }

    /** One by the unit that has the file, for which the person asked for another time. */
    private static Appearances appearances() {
        return Appearances.NONE
                .with(appearance(1, HOLDER).wished("in the evening"))
                .with(appearance(2, POLICE));
    }

    private static Appearance appearance(int number, AuthorityId unit) {
        return new Appearance(
                number,
                new AppearanceRequest(
                        AppearanceKind.AT_OFFICE, AppearancePurpose.IDENTITY, "a passport", unit),
                NOW.plus(Duration.ofDays(5)),
                unit,
                NOW,
                Optional.empty(),
                Optional.empty());
    }

    /** Paid twice, to a price that fell since. */
    static FeeAccount fee() {
        var first = new FeeAccount.Demand(1, BigDecimal.valueOf(40), "CNY", "3.2", NOW);
        var second = new FeeAccount.Demand(2, BigDecimal.valueOf(10), "CNY", "3.2", NOW);
        return FeeAccount.of(first)
                .with(second)
                .with(new FeeAccount.Payment(1, first.amount(), "R-1", SOMEBODY, NOW))
                .with(new FeeAccount.Payment(1, first.amount(), "R-2", SOMEBODY, NOW))
                .with(new FeeAccount.Refund(first.amount(), "B-1", SOMEBODY, NOW));
    }

    static InPersonRequest inPerson() {
        return new InPersonRequest(2, false, SOMEBODY, REVIEWER, NOW, Optional.empty());
    }

    private static Protection protection(Stage stage) {
        return new Protection(
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                1,
                stage,
                List.of(1L),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(inPerson()),
                Optional.of(2),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(done())),
                Optional.empty());
    }

    /** Two officers said before that the person had left, and it can still be undone. */
    private static DoneInPerson done() {
        return new DoneInPerson(
                1,
                NOW,
                List.of(SOMEBODY, new OfficerId("other")),
                List.of(REVIEWER, REVIEWER),
                Optional.of(
                        new DoneInPerson.Left(
                                Stage.APPROVED,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.empty())),
                Optional.empty());
    }

    private static Traveller traveller(Scene scene) {
        boolean minor = scene == Scene.MINOR;
        return new Traveller(
                ONE,
                List.of(new PersonName("Latn", "Kim", "A")),
                BirthDate.of(LocalDate.of(minor ? 1955 : 1930, 5, 1)),
                "CN",
                HOLDER,
                new Purpose("trip"),
                Facts.NONE,
                List.of(),
                minor
                        ? List.of(
                                new Guardian("Kim B", Optional.of(TravellerNo.PRINCIPAL)),
                                new Guardian("Kim C", Optional.empty()))
                        : List.of(),
                "ko",
                Optional.empty());
    }

    private static Finding finding(Stage stage) {
        var why =
                switch (stage) {
                    case UNANSWERED -> Optional.of(Finding.ReferReason.UNANSWERED);
                    case REFERRED, REFUSED -> Optional.of(Finding.ReferReason.BY_RULE);
                    case UNCONFIRMED,
                            APPROVED,
                            SET_ASIDE,
                            AUTHORISED,
                            REVOKED,
                            DEPARTED,
                            WITHDRAWN,
                            CLOSED ->
                            Optional.<Finding.ReferReason>empty();
                };
        return new Finding(
                DIRECTIVE.ref(),
                why.isPresent() ? Outcome.REFER : Outcome.APPROVE_IN_GENERAL,
                why,
                new Purpose("trip"),
                List.of(),
                new Burden(
                        List.of(),
                        List.of(),
                        BigDecimal.ZERO,
                        3,
                        10,
                        90,
                        true,
                        0,
                        Optional.empty(),
                        List.of()),
                List.of(),
                Facts.NONE.with(FACT, Value.of(true)),
                stage == Stage.UNANSWERED ? List.of(FACT) : List.of(),
                List.of(),
                List.of("relations-not-found"));
    }

    static List<TravellerState.Clearance> clearances() {
        return List.of(clearance("identity", POLICE), clearance("exit-formalities", HOLDER));
    }

    private static TravellerState.Clearance clearance(String name, AuthorityId unit) {
        return new TravellerState.Clearance(
                name,
                unit,
                NOW,
                DAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static TravellerState.Hold hold() {
        return hold(Optional.empty());
    }

    private static TravellerState.Hold hold(Optional<Instant> ended) {
        return new TravellerState.Hold(
                1,
                new HoldGround.IdentityNotEstablished(),
                "a letter",
                HOLDER,
                DAY,
                NOW,
                SOMEBODY,
                ANOTHER,
                Optional.empty(),
                true,
                Optional.empty(),
                ended);
    }

    static List<TravellerState.Proposal> proposals() {
        var correct = new TwoOfficerAct.CorrectFact(FACT, Value.of(false), "a letter");
        return List.of(
                proposal(1, new TwoOfficerAct.Refuse(), Optional.empty(), List.of()),
                proposal(2, correct, Optional.of(ANOTHER), List.of(handedOver())),
                proposal(
                        3,
                        new TwoOfficerAct.SetAside("relations-not-found"),
                        Optional.of(ANOTHER),
                        List.of()),
                unanswered());
    }

    /** By the officer of these scenes, to whose words the person said something. */
    private static TravellerState.Proposal unanswered() {
        var answer =
                new AdverseHearing.Answer("not so", NOW, true, Optional.empty(), Optional.empty());
        return new TravellerState.Proposal(
                4,
                new TwoOfficerAct.ExtendHold(1, "a letter", DAY),
                new OfficerId("kim"),
                HOLDER,
                "a reason",
                NOW,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        new AdverseHearing(
                                NOW,
                                14,
                                List.of(),
                                List.of(handedOver()),
                                List.of(answer),
                                Optional.empty())));
    }

    private static DecisionNotice.Service handedOver() {
        return new DecisionNotice.Service(
                ServiceWay.COUNTER,
                DAY,
                Optional.of(SOMEBODY),
                Optional.of(HOLDER),
                Optional.empty());
    }

    private static TravellerState.Proposal proposal(
            int number,
            TwoOfficerAct act,
            Optional<OfficerId> second,
            List<DecisionNotice.Service> services) {
        return new TravellerState.Proposal(
                number,
                act,
                SOMEBODY,
                HOLDER,
                "a reason",
                NOW,
                second.isEmpty(),
                second,
                second.map(_ -> HOLDER),
                second.map(_ -> new DecisionNotice(NOW, REVIEWER, Optional.empty(), services)),
                Optional.of(AdverseHearing.opened(NOW, 14, List.of())));
    }

    private static List<TravellerState.Question> questions() {
        return List.of(
                question(new RequestedItem.OfFact(FACT)),
                question(new RequestedItem.OfDocument("word-on-relations")));
    }

    private static TravellerState.Question question(RequestedItem item) {
        return new TravellerState.Question(item, HOLDER, NOW, Optional.empty());
    }

    private static TravellerState.AppealState appeal() {
        return new TravellerState.AppealState(
                1, new AppealSubject.Refusal(), "grounds", REVIEWER, DAY, NOW, Optional.empty());
    }

    private static TravellerState.BorderStop stop() {
        return new TravellerState.BorderStop(
                new AuthorityId("jl-tumen-bd"),
                SOMEBODY,
                "a reason",
                NOW,
                Optional.empty(),
                Optional.empty());
    }

    /** Each is for this reader, says what it is, and is found by its address. */
    public static void reachable(CaseActions actions) {
        for (var action : actions.all()) {
            assertThat(action.kind().readers()).contains(actions.reader());
            assertThat(action.title()).isNotBlank();
            assertThat(action.told()).allSatisfy(told -> assertThat(told).isNotBlank());
            assertThat(action.wrong().apply(SubmittedForm.EMPTY).values())
                    .allSatisfy(wrong -> assertThat(wrong).isNotBlank());
            var kind = CaseActionKind.at(action.kind().address()).orElseThrow();
            assertThat(actions.find(kind, action.target()))
                    .hasValueSatisfying(
                            found -> assertThat(found.title()).isEqualTo(action.title()));
        }
        assertThat(actions.all().stream().map(action -> action.address("")))
                .doesNotHaveDuplicates();
    }
}
