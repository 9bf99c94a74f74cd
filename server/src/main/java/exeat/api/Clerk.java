package exeat.api;

import exeat.casework.Command;
import exeat.casework.StreamId.CaseId;
import exeat.casework.TravellerNo;
import exeat.desk.CaseView;
import exeat.desk.Office;
import exeat.desk.Reply;
import exeat.rules.Directive;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Between a request and the desk: the caller's session and key go with every command. */
@Singleton
final class Clerk {

    private final Office office;
    private final Caller caller;

    Clerk(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /** What the desk did; what it did not do ends the request with the reason. */
    DoneBody give(Command command) {
        var seen = caller.seen();
        var reply =
                office.turns()
                        .handle(caller.session(), caller.key(), command, Optional.empty(), seen);
        return DoneBody.of(done(reply));
    }

    /** The same for a command on one traveller, as the address of the request names them. */
    DoneBody give(UUID id, int no, BiFunction<CaseId, TravellerNo, Command> command) {
        return give(command.apply(new CaseId(id), new TravellerNo(no)));
    }

    static Reply.Done done(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> done;
            case Reply.Rejected(var rejection) -> throw Problems.of(rejection).thrown();
            case Reply.KeyReused _ -> throw Kind.KEY_REUSED.thrown();
            case Reply.Busy(var after) -> throw new ProblemException(Problems.busy(after));
        };
    }

    /** The case as this caller sees it; 404 for whoever has no business with it. */
    CaseView view(CaseId id) {
        return office.cases()
                .find(caller.session(), id)
                .orElseThrow(() -> Problems.thrown(Kind.NOT_FOUND));
    }

    /** The version of the directive on which a case stays. */
    Directive directive(CaseId id) {
        return office.register().directive(view(id).directive());
    }
}
