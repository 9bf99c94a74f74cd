package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.decide.CaseFacts;
import exeat.casework.decide.GuardianRules;
import exeat.casework.decide.RequestableItems;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.SecretEvent;
import exeat.casework.state.CaseState;
import exeat.casework.value.Application;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.Document;
import exeat.casework.value.Guardian;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Intake: checks an application field by field and gives it to the unit that will hold it. */
final class IntakeRules {

    private IntakeRules() {}

    static Optional<Rejection> check(Context context, CaseCommand.Apply apply) {
        var tree = context.tree();
        // Until the issuer itself has acknowledged, the directive is not in force.
        var check =
                Check.that(
                                context.briefed().contains(tree.root().id()),
                                Code.NOT_BRIEFED,
                                "directive")
                        .and(
                                context.force().standing() != DirectiveStatus.NEVER_IN_FORCE,
                                Code.NOT_BRIEFED,
                                "directive")
                        .and(() -> door(context, apply))
                        .and(
                                apply.application()
                                        .principal()
                                        .filter(name -> !name.isWritten() || !name.fits())
                                        .isEmpty(),
                                Code.BAD_VALUE,
                                "principal")
                        .and(!apply.application().number().isBlank(), Code.BAD_VALUE, "number");
        var travellers = apply.application().travellers();
        for (int i = 0; i < travellers.size(); i++) {
            int number = i + 1;
            var traveller = travellers.get(i);
            check = check.and(() -> traveller(context, apply.application(), traveller, number));
        }
        return check.failure();
    }

    /** Who may file through which channel. People may set only their own secret. */
    private static Optional<Rejection> door(Context context, CaseCommand.Apply apply) {
        var application = apply.application();
        boolean forOneself =
                application.channel() == Channel.WEB || application.channel() == Channel.API;
        var actor = context.actor();
        if (forOneself) {
            var own = Application.filer(application.principal(), application.travellers());
            return Check.that(actor instanceof Actor.Stranger, Code.NOT_ALLOWED, "channel")
                    .and(application.enteredBy().isEmpty(), Code.NOT_ALLOWED, "enteredBy")
                    .and(
                            Set.of(own).containsAll(apply.secretHashes().keySet()),
                            Code.NOT_ALLOWED,
                            "secretHashes")
                    .failure();
        }
        var enteredBy =
                actor instanceof Actor.Officer officer
                        ? Optional.of(officer.unit())
                        : Optional.<AuthorityId>empty();
        return Check.that(enteredBy.isPresent(), Code.NOT_ALLOWED, "channel")
                .and(application.enteredBy().equals(enteredBy), Code.NOT_ALLOWED, "enteredBy")
                .and(apply.secretHashes().isEmpty(), Code.NOT_ALLOWED, "secretHashes")
                .failure();
    }

    private static Optional<Rejection> traveller(
            Context context, Application application, Traveller traveller, int number) {
        var at = "travellers[" + number + "].";
        var tree = context.tree();
        var residence = tree.find(traveller.residence());
        return Check.that(traveller.no().number() == number, Code.BAD_VALUE, at + "no")
                .and(
                        isOfSomebodyAlive(traveller.birthDate(), context.today()),
                        Code.BAD_DATE,
                        at + "birthDate")
                .and(
                        traveller.names().stream()
                                .allMatch(name -> name.isWritten() && name.fits()),
                        Code.BAD_VALUE,
                        at + "names")
                .and(
                        traveller.nationality().matches("[A-Z]{2}|none"),
                        Code.BAD_VALUE,
                        at + "nationality")
                .and(
                        residence.filter(Authority::supervises).isPresent(),
                        Code.BAD_VALUE,
                        at + "residence")
                .and(!traveller.language().isBlank(), Code.BAD_VALUE, at + "language")
                .and(
                        traveller
                                .contact()
                                .filter(contact -> contact.length() > Traveller.MAX_CONTACT)
                                .isEmpty(),
                        Code.BAD_VALUE,
                        at + "contact")
                .and(() -> guardians(context, application, traveller, at + "guardians"))
                .and(() ->
                        RequestableItems.declarable(context.directive(), traveller.declared(), at))
                .and(() -> derivable(context, traveller, at))
                .and(() -> documents(context, traveller, at + "documents"))
                .failure();
    }

    /** Whether it can be: of what is known in part, one day that is possible is enough. */
    private static boolean isOfSomebodyAlive(BirthDate born, LocalDate today) {
        return !born.earliest().isAfter(today) && born.agesOn(today).least() <= Traveller.OLDEST;
    }

    private static Optional<Rejection> guardians(
            Context context, Application application, Traveller traveller, String at) {
        boolean minor = traveller.isMinorOn(context.today());
        boolean known =
                traveller.guardians().stream()
                        .flatMap(guardian -> guardian.party().stream())
                        .allMatch(party -> isAdultParty(context, application, party));
        return Check.that(traveller.guardians().isEmpty() != minor, Code.BAD_VALUE, at)
                .and(traveller.guardians().stream().allMatch(Guardian::isNamed), Code.BAD_VALUE, at)
                .and(known, Code.BAD_VALUE, at)
                // Named twice, one person would seem to be two who agree.
                .and(
                        () ->
                                !GuardianRules.isAnyTwice(
                                        traveller.guardians(), application.travellers()),
                        Code.BAD_VALUE,
                        at)
                .failure();
    }

    private static boolean isAdultParty(
            Context context, Application application, TravellerNo party) {
        return party.equals(TravellerNo.PRINCIPAL)
                ? application.principal().isPresent()
                : application.travellers().stream()
                        .anyMatch(t -> t.no().equals(party) && !t.isMinorOn(context.today()));
    }

    /** The values that the directive reads from the application must be in its vocabulary. */
    private static Optional<Rejection> derivable(Context context, Traveller traveller, String at) {
        return context.directive().vocabulary().facts().stream()
                .filter(fact -> !RequestableItems.isDeclared(fact))
                .filter(fact ->
                        !CaseFacts.read(context, fact, traveller, context.today()).stream()
                                .allMatch(value -> RequestableItems.allows(fact, value)))
                .map(fact -> new Rejection(Code.BAD_VALUE, at + "facts." + fact.name().slug()))
                .findFirst();
    }

    private static Optional<Rejection> documents(Context context, Traveller traveller, String at) {
        var named =
                RequestableItems.documents(
                        context.directive(),
                        CaseFacts.of(context, traveller, traveller.declared(), context.today()));
        boolean all = traveller.documents().stream().allMatch(d -> named.contains(d.kind()));
        return Check.that(all, Code.NOT_IN_DIRECTIVE, at)
                .and(traveller.documents().stream().allMatch(Document::fits), Code.BAD_VALUE, at)
                .failure();
    }

    static List<Event> apply(Context context, CaseCommand.Apply apply) {
        var tree = context.tree();
        var residence = apply.application().travellers().getFirst().residence();
        var place = tree.isAddressed(residence) ? residence : tree.root().id();
        // If no rule decides, a person of the issuer does; no application is turned away.
        var notInForce = Optional.of(context.force().standing()).filter(s -> !s.decides());
        var first =
                notInForce.isPresent()
                        ? tree.root().id()
                        : tree.unitFor(place, Role.HOLDS_FILES).id();
        var events = new ArrayList<Event>();
        events.add(
                new CaseEvent.Applied(
                        context.directive().ref(),
                        GuardianRules.named(apply.application()),
                        first,
                        notInForce));
        apply.secretHashes().keySet().stream()
                .sorted()
                .forEach(to -> events.add(SecretEvent.SecretIssued.toWhoeverFiled(to)));
        events.addAll(sentUp(context, first));
        return events;
    }

    /**
     * The way up past every unit that has not acknowledged; the delay counts against each of them.
     */
    static List<Event> sentUp(Context context, AuthorityId from) {
        return sentUp(context, from, Set.of());
    }

    /**
     * Sends up a case in which somebody has decided.
     *
     * @param reviewing the units that review in it and so must not decide in it
     */
    static List<Event> sentUp(Context context, AuthorityId from, Set<AuthorityId> reviewing) {
        var tree = context.tree();
        var events = new ArrayList<Event>();
        var at = from;
        while (!context.briefed().contains(at)) {
            var above = Mandate.fileAbove(tree, at);
            if (above.equals(at) || reviewing.contains(above)) {
                break;
            }
            events.add(new CaseEvent.SentUp(at, above));
            at = above;
        }
        return events;
    }

    /** An officer of the unit that holds the case or entered it. */
    static boolean isAtTheCounter(CaseState state, Context context) {
        return context.actor() instanceof Actor.Officer officer
                && (officer.unit().equals(state.holder())
                        || state.application().enteredBy().equals(Optional.of(officer.unit())));
    }
}
