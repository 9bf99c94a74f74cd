package exeat.casework.simulator;

import static exeat.casework.World.CASE;
import static exeat.casework.World.fact;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.CaseState;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.Application;
import exeat.casework.value.Born;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Document;
import exeat.casework.value.Guardian;
import exeat.casework.value.HoldGround;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.birth.BirthDate;
import exeat.casework.value.birth.LunarDay;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Actors and commands by chance; about half of them by somebody who has business here. */
final class RandomCommands {

    /** Who does what. */
    record Move(Kind kind, Actor actor, Command command) {}

    private static final List<AuthorityId> UNITS =
            List.of(
                    World.YANJI_FA,
                    World.YANJI_FA,
                    World.YANJI_PS,
                    World.YANJI_PS,
                    World.TUMEN_BD,
                    World.TUMEN_CU,
                    World.HUNCHUN_CU,
                    World.YANJI,
                    World.JILIN,
                    World.JILIN_FA,
                    World.JILIN_PS,
                    new AuthorityId("ne"),
                    new AuthorityId("ne-fa"),
                    new AuthorityId("ne-ps"),
                    new AuthorityId("bj-fa"),
                    World.ROOT);

    private static final List<AuthorityId> PROTECTING =
            List.of(World.YANJI, World.YANJI, World.JILIN, new AuthorityId("ne"), World.ROOT);

    private static final List<String> FACTS =
            List.of(
                    "applied to build",
                    "relations in Korea",
                    "ethnicity",
                    "on a request list",
                    "officer kinship",
                    "asked to return",
                    "nationality",
                    "religion");

    /** Rare in life, and so rare here: each ends most of what could still happen. */
    private static final EnumSet<Kind> RARE =
            EnumSet.of(
                    Kind.WITHDRAW,
                    Kind.CLAIM_PROTECTION,
                    Kind.CLAIM_FOR_ANOTHER,
                    Kind.STOP_AT_BORDER,
                    Kind.HAND_OVER,
                    Kind.IN_PERSON,
                    Kind.RECUSE,
                    Kind.NOTICES);

    private final Random random;
    private final InPersonCommands inPerson;

    RandomCommands(Random random) {
        this.random = random;
        inPerson = new InPersonCommands(this);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    Application application() {
        var travellers = new ArrayList<Traveller>();
        int n = 1 + random.nextInt(3);
        for (int i = 1; i <= n; i++) {
            var no = new TravellerNo(i);
            var purpose = one(List.copyOf(World.DIRECTIVE.purposes().meanings().keySet()));
            var said = one(List.of(World.routeA(), World.routeC(), World.noRoute(), Facts.NONE));
            var traveller =
                    i > 1 && chance(40)
                            ? chance(50)
                                    ? World.child(no, purpose, guardians())
                                    : World.nearlyGrown(no, purpose, guardians())
                            : World.adult(no, one(List.of("KP", "CN")), purpose, said);
            travellers.add(chance(40) ? Born.on(inPart(traveller), traveller) : traveller);
        }
        var application = World.application(travellers.toArray(Traveller[]::new));
        return chance(50) ? World.entered(application, World.YANJI_FA) : application;
    }

    /** As much of the date of birth as somebody remembers. */
    private BirthDate inPart(Traveller of) {
        var day = of.birthDate().earliest();
        return one(
                List.of(
                        BirthDate.of(YearMonth.from(day)),
                        BirthDate.of(Year.from(day)),
                        BirthDate.between(day, day.plusDays(random.nextInt(40))),
                        BirthDate.of(
                                day, new LunarDay(LunarDay.Calendar.KOREAN, 1930, 6, true, 3))));
    }

    private List<Guardian> guardians() {
        var along = new Guardian("first", Optional.of(World.ONE));
        var away = new Guardian("second", Optional.empty());
        return one(List.of(List.of(along), List.of(along, away), List.of(away)));
    }

    Move move(CaseState state, LocalDate today) {
        var kind = kind();
        return new Move(kind, actor(state, kind), command(state, kind, today));
    }

    private Kind kind() {
        var kind = one(List.of(Kind.values()));
        return RARE.contains(kind) && !chance(15) ? Kind.PASS_TIME : kind;
    }

    private Actor actor(CaseState state, Kind kind) {
        return switch (kind) {
            case CONFIRM_RECEIPT, DISPUTE_SERVICE, ANSWER_PROPOSAL, ASK_FOR_ANOTHER_TIME ->
                    party(state);
            case CONFIRM, ANSWER, RESPOND, WITHDRAW, END_PROTECTION_CLAIM, ADMIT, APPEAL ->
                    chance(85) ? party(state) : officer();
            case CLAIM_PROTECTION, MEET_SAFEGUARD -> chance(50) ? party(state) : holder(state);
            case CLAIM_FOR_ANOTHER ->
                    chance(30) ? new Actor.Stranger() : chance(50) ? party(state) : officer();
            case HEAR_PROTECTION -> World.officer(one(PROTECTING), 1 + random.nextInt(3));
            case DISOWN -> chance(50) ? party(state) : World.officer(one(PROTECTING), 1);
            case PASS_TIME -> chance(90) ? new Actor.Clock() : officer();
            case STOP_SECRET -> chance(60) ? party(state) : holder(state);
            case IN_PERSON ->
                    World.officer(one(List.of(World.YANJI, World.JILIN, World.YANJI_FA)), 1);
            case ASK_FOR_SECRET, ISSUE_SECRET, ASK, APPROVE_REFERRED, AUTHORISE ->
                    chance(70) ? holder(state) : officer();
            case ASK_TO_APPEAR, MOVE_APPEARANCE, CANCEL_APPEARANCE, RECORD_APPEARANCE ->
                    chance(70) ? holder(state) : officer();
            case RECORD_SERVICE,
                    RECORD_ANSWER,
                    REPLY_TO_ANSWERS,
                    PROPOSE,
                    SECOND,
                    DECLINE,
                    JUMP,
                    RECORD_PAYMENT,
                    WAIVE_FEE,
                    REFUND_FEE ->
                    chance(50) ? holder(state) : officer();
            case RECUSE -> chance(50) ? party(state) : holder(state);
            case NOTICES -> chance(80) ? party(state) : holder(state);
            case HAND_OVER, LIFT_RECUSAL ->
                    World.officer(
                            one(List.of(World.JILIN_FA, World.JILIN_PS, World.JILIN)),
                            1 + random.nextInt(3));
            case CLEAR, RELEASE_HOLD, RECORD_CROSSING, STOP_AT_BORDER, LIFT_STOP, DECIDE_APPEAL ->
                    chance(2) ? new Actor.Stranger() : officer();
        };
    }

    private Actor party(CaseState state) {
        return World.party(new TravellerNo(random.nextInt(state.travellers().size() + 1)));
    }

    private Actor holder(CaseState state) {
        return World.officer(state.holder(), 1 + random.nextInt(3));
    }

    private Actor officer() {
        var officer = World.officer(one(UNITS), 1 + random.nextInt(3));
        if (chance(3)) {
            return new Actor.Officer(officer.id(), officer.unit(), officer.function(), false);
        }
        return chance(20) ? onDuty(officer) : officer;
    }

    /** Away, or tied to another by a delegation. */
    private Actor.Officer onDuty(Actor.Officer of) {
        var other = World.officer(of.unit(), 1 + random.nextInt(3)).id();
        var duty =
                chance(20)
                        ? new Actor.Duty(true, Optional.empty(), java.util.Set.of())
                        : new Actor.Duty(false, Optional.of(other), java.util.Set.of(other));
        return new Actor.Officer(of.id(), of.unit(), of.function(), true, false, duty);
    }

    private Command command(CaseState state, Kind kind, LocalDate today) {
        var no = one(List.copyOf(state.travellers().keySet()));
        var t = java.util.Objects.requireNonNull(state.travellers().get(no));
        return switch (kind) {
            case ASK_FOR_SECRET, ISSUE_SECRET, STOP_SECRET -> secret(kind, no, request(state, no));
            case IN_PERSON -> inPerson.byChance(t);
            case DISOWN -> inPerson.disown(no);
            case RECORD_SERVICE,
                    CONFIRM_RECEIPT,
                    DISPUTE_SERVICE,
                    ANSWER_PROPOSAL,
                    RECORD_ANSWER,
                    REPLY_TO_ANSWERS ->
                    new ServiceCommands(this).byChance(kind, t, today);
            case HAND_OVER, JUMP, RECUSE, LIFT_RECUSAL ->
                    new HandlingCommands(this).byChance(kind, state, t);
            case RECORD_PAYMENT, WAIVE_FEE, REFUND_FEE -> new FeeCommands(this).byChance(kind, t);
            case ASK_TO_APPEAR,
                    MOVE_APPEARANCE,
                    CANCEL_APPEARANCE,
                    RECORD_APPEARANCE,
                    ASK_FOR_ANOTHER_TIME ->
                    new AppearanceCommands(this).byChance(kind, state, t, today);
            case CONFIRM ->
                    new TravellerCommand.Confirm(
                            CASE,
                            no,
                            chance(90)
                                    ? World.DIRECTIVE.purposes().givesUp(t.traveller().purpose())
                                    : java.util.Set.of());
            case MEET_SAFEGUARD -> new TravellerCommand.MeetSafeguard(CASE, no, safeguard());
            case ASK -> new TravellerCommand.Ask(CASE, no, item());
            case ANSWER -> answer(t);
            case RESPOND -> new TravellerCommand.RespondToCorrection(CASE, no, reason());
            case CLEAR ->
                    new TravellerCommand.CompleteClearance(
                            CASE, no, one(List.of("identity", "exit-formalities", "x")));
            case APPROVE_REFERRED -> new TravellerCommand.ApproveReferred(CASE, no, reason());
            case PROPOSE -> new TravellerCommand.ProposeAct(CASE, no, act(today), reason());
            case SECOND ->
                    new TravellerCommand.SecondProposal(
                            CASE, no, number(t.proposals().size()), World.AGREED, evidence());
            case DECLINE ->
                    new TravellerCommand.DeclineProposal(
                            CASE, no, number(t.proposals().size()), reason());
            case RELEASE_HOLD ->
                    new TravellerCommand.ReleaseHold(CASE, no, number(t.holds().size()), reason());
            case AUTHORISE -> new TravellerCommand.Authorise(CASE, no);
            case RECORD_CROSSING ->
                    new TravellerCommand.RecordCrossing(
                            CASE, no, one(List.of(CrossingDirection.values())));
            case STOP_AT_BORDER -> new TravellerCommand.StopAtBorder(CASE, no, reason());
            case LIFT_STOP -> new TravellerCommand.LiftStop(CASE, no, reason());
            case WITHDRAW -> new TravellerCommand.Withdraw(CASE, no);
            case CLAIM_PROTECTION -> new TravellerCommand.ClaimProtection(CASE, no);
            case CLAIM_FOR_ANOTHER -> new TravellerCommand.ClaimForAnother(CASE, no, reason());
            case HEAR_PROTECTION ->
                    new TravellerCommand.HearProtection(CASE, no, chance(50), reason(), reason());
            case ADMIT -> new TravellerCommand.Admit(CASE, no, admission(state));
            case END_PROTECTION_CLAIM -> new TravellerCommand.EndProtectionClaim(CASE, no);
            case APPEAL -> new TravellerCommand.Appeal(CASE, no, against(t), reason());
            case DECIDE_APPEAL ->
                    new TravellerCommand.DecideAppeal(
                            CASE, no, number(t.appeals().size()), chance(60), reason());
            case NOTICES -> new TravellerCommand.ChooseNotices(CASE, no, chance(70));
            case PASS_TIME -> new CaseCommand.CheckDeadlines(CASE);
        };
    }

    private Command secret(Kind kind, TravellerNo no, int request) {
        return kind == Kind.ASK_FOR_SECRET
                ? new SecretCommand.AskForSecret(CASE, no, "first part", reason())
                : kind == Kind.ISSUE_SECRET
                        ? new SecretCommand.IssueSecret(CASE, no, request, "other part", reason())
                        : new SecretCommand.StopSecret(CASE, no, request, reason());
    }

    private int request(CaseState state, TravellerNo no) {
        return number(state.handling().secret(no).map(one -> one.number()).orElse(0));
    }

    private Admission admission(CaseState state) {
        return chance(50)
                ? new Admission.ToUnit(one(UNITS))
                : new Admission.ToTraveller(
                        new TravellerNo(random.nextInt(state.travellers().size() + 1)));
    }

    int number(int of) {
        return chance(90) ? Math.max(of, 1) : random.nextInt(of + 2);
    }

    String reason() {
        return chance(97) ? "a reason" : " ";
    }

    private Safeguard safeguard() {
        return one(
                List.of(
                        new Safeguard.Consent(random.nextInt(3), "a letter"),
                        new Safeguard.Court("C-1"),
                        new Safeguard.Heard("a note"),
                        new Safeguard.GuardianNamed("somebody", "a letter"),
                        new Safeguard.BestInterests("a note")));
    }

    private RequestedItem item() {
        return chance(50)
                ? new RequestedItem.OfFact(fact(one(FACTS)))
                : new RequestedItem.OfDocument(
                        one(List.of("photograph", "identity-paper", "a bribe")));
    }

    Command answer(TravellerState t) {
        var facts = Facts.NONE;
        var documents = new ArrayList<Document>();
        for (var name : t.finding().map(f -> f.unanswered()).orElse(List.of())) {
            facts = facts.with(name, value(name.text()));
        }
        for (var question : t.questions()) {
            if (question.isOpen() && chance(80)) {
                switch (question.item()) {
                    case RequestedItem.OfFact(var name) ->
                            facts = facts.with(name, value(name.text()));
                    case RequestedItem.OfDocument(var kind) ->
                            documents.add(new Document(kind, "seen"));
                }
            }
        }
        return new TravellerCommand.AnswerQuestions(CASE, t.no(), facts, documents);
    }

    private Value value(String fact) {
        if (chance(5)) {
            return Value.WITHHELD;
        }
        return switch (fact) {
            case "ethnicity" -> Value.of(one(List.of("korean", "other")));
            case "nationality" -> Value.of(one(List.of("KP", "CN")));
            default -> Value.of(chance(60));
        };
    }

    private TwoOfficerAct act(LocalDate today) {
        var limit = today.plusDays(random.nextInt(33));
        var name = one(FACTS);
        return switch (random.nextInt(6)) {
            case 0 -> new TwoOfficerAct.Refuse();
            case 1 ->
                    new TwoOfficerAct.SetAside(
                            one(List.of("relations-not-found", "kinship-not-found")));
            case 2 ->
                    new TwoOfficerAct.PlaceHold(
                            ground(today),
                            "evidence " + random.nextInt(5),
                            limit,
                            clearance(),
                            evidence());
            case 3 -> new TwoOfficerAct.ExtendHold(1 + random.nextInt(2), "evidence", limit);
            case 4 -> new TwoOfficerAct.Revoke(ground(today), "evidence " + random.nextInt(5));
            default -> new TwoOfficerAct.CorrectFact(fact(name), value(name), "evidence");
        };
    }

    private Optional<String> evidence() {
        return chance(70) ? Optional.of(reason()) : Optional.empty();
    }

    private Optional<String> clearance() {
        return chance(30) ? Optional.of("identity") : Optional.empty();
    }

    private HoldGround ground(LocalDate today) {
        return switch (random.nextInt(3)) {
            case 0 -> new HoldGround.IdentityNotEstablished();
            case 1 -> new HoldGround.FactContested(fact(one(FACTS)));
            default -> new HoldGround.CourtOrder("K-7", today.plusDays(20), chance(80));
        };
    }

    private AppealSubject against(TravellerState t) {
        return switch (t.stage()) {
            case REFUSED -> new AppealSubject.Refusal();
            case SET_ASIDE -> new AppealSubject.BeingSetAside();
            case REVOKED, REFERRED, UNANSWERED -> new AppealSubject.Revocation();
            case UNCONFIRMED, APPROVED, AUTHORISED, DEPARTED, WITHDRAWN, CLOSED ->
                    new AppealSubject.AHold(number(t.holds().size()));
        };
    }

    /** Mostly an ordinary day; now and then a month is gone. */
    int days() {
        return chance(70) ? 0 : chance(80) ? random.nextInt(8) : random.nextInt(120);
    }

    Map<TravellerNo, String> secrets(Application application) {
        return application.enteredBy().isPresent() ? Map.of() : Map.of(World.ONE, "hash");
    }
}
