package exeat.casework.simulator;

import static exeat.casework.World.CASE;

import exeat.casework.World;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.simulator.RandomCommands.Move;
import exeat.casework.state.CaseState;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import java.util.List;
import java.util.Optional;

/** What is done before protection officers by somebody who is there, and undone. */
final class InPersonCommands {

    private static final List<AuthorityId> PROTECTING =
            List.of(World.YANJI, World.JILIN, new AuthorityId("ne"), World.ROOT);

    private final RandomCommands random;

    InPersonCommands(RandomCommands random) {
        this.random = random;
    }

    Command byChance(TravellerState t) {
        int request = asked(t).map(InPersonRequest::number).orElse(1);
        if (asked(t).isPresent() && random.chance(60)) {
            return random.chance(80)
                    ? new TravellerCommand.SecondInPerson(CASE, t.no(), request, random.reason())
                    : new TravellerCommand.StopInPerson(CASE, t.no(), request, random.reason());
        }
        return random.chance(70)
                ? new TravellerCommand.EndClaimInPerson(CASE, t.no(), random.reason())
                : new TravellerCommand.WithdrawInPerson(CASE, t.no(), random.reason());
    }

    private Optional<InPersonRequest> asked(TravellerState t) {
        return t.askedInPerson().isEmpty()
                ? Optional.empty()
                : Optional.of(random.one(t.askedInPerson()));
    }

    Command disown(TravellerNo no) {
        return random.chance(50)
                ? new TravellerCommand.Disown(CASE, no, random.chance(70) ? 1 : 2)
                : new TravellerCommand.DisownInPerson(CASE, no, random.chance(50), random.reason());
    }

    /**
     * Now and then a first officer, then a second one who agrees, and then what undoes it; mostly
     * nothing.
     */
    Optional<Move> next(CaseState state, TravellerState t) {
        var asked = asked(t);
        if (asked.isEmpty() && random.chance(t.protectionClaimed() ? 8 : 1)) {
            return Optional.of(asking(t));
        }
        if (asked.isPresent() && random.chance(70)) {
            return Optional.of(seconding(t, asked.get()));
        }
        return t.protection().map(Protection::doneInPerson).orElse(List.of()).stream()
                .filter(_ -> random.chance(60))
                .findFirst()
                .map(done -> disowned(state, t, done));
    }

    private Move seconding(TravellerState t, InPersonRequest asked) {
        return new Move(
                Kind.IN_PERSON,
                World.officer(
                        random.chance(25) ? random.one(PROTECTING) : asked.unit(),
                        random.chance(50) ? 4 : 6),
                new TravellerCommand.SecondInPerson(CASE, t.no(), asked.number(), "a face"));
    }

    private Move asking(TravellerState t) {
        return new Move(
                Kind.IN_PERSON,
                World.officer(random.one(List.of(World.YANJI, World.JILIN)), 5),
                t.protectionClaimed() && random.chance(70)
                        ? new TravellerCommand.EndClaimInPerson(CASE, t.no(), "a card")
                        : new TravellerCommand.WithdrawInPerson(CASE, t.no(), "a card"));
    }

    /** Mostly as it can succeed; about the others the model has something to say too. */
    private Move disowned(CaseState state, TravellerState t, DoneInPerson done) {
        boolean secret = state.handling().secret(t.no()).isPresent();
        if (random.chance(secret ? 70 : 15)) {
            return new Move(
                    Kind.DISOWN,
                    World.party(t.no()),
                    new TravellerCommand.Disown(CASE, t.no(), done.request()));
        }
        var apart = PROTECTING.stream().filter(unit -> !done.units().contains(unit)).toList();
        return new Move(
                Kind.DISOWN,
                World.officer(random.one(random.chance(80) ? apart : PROTECTING), 3),
                new TravellerCommand.DisownInPerson(CASE, t.no(), done.isWithdrawal(), "a card"));
    }
}
