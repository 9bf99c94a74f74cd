package exeat.api;

import exeat.casework.command.Command;
import exeat.casework.decide.OpenChoice;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.cases.CaseView;
import exeat.desk.write.Reply;
import exeat.http.PathNumbers;
import exeat.http.ProblemCode;
import exeat.http.ProblemException;
import exeat.http.ProblemMapper;
import exeat.rules.Directive;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Passes commands from requests to the desk, with the caller's session and key. */
@Singleton
public final class CommandGateway {

    private final Office office;
    private final Caller caller;

    CommandGateway(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /** What the desk did; a rejection ends the request with its reason. */
    public DoneBody send(Command command) {
        var seen = caller.seen();
        var reply =
                office.workQueue()
                        .handle(caller.session(), caller.key(), command, Optional.empty(), seen);
        return DoneBody.of(done(reply));
    }

    /** Sends a command on the traveller that the request's path names. */
    public DoneBody send(UUID id, int no, BiFunction<CaseId, TravellerNo, Command> command) {
        return send(command.apply(new CaseId(id), PathNumbers.traveller(no)));
    }

    public static Reply.Done done(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> done;
            case Reply.Rejected(var rejection) -> throw ProblemMapper.of(rejection).thrown();
            case Reply.KeyReused _ -> throw ProblemCode.KEY_REUSED.thrown();
            case Reply.Busy(var after) -> throw new ProblemException(ProblemMapper.busy(after));
            case Reply.OutcomeUnknown(var after) ->
                    throw new ProblemException(ProblemMapper.unknown(after));
        };
    }

    /** The case as this caller sees it; 404 for anyone without access. */
    public CaseView view(CaseId id) {
        return office.cases()
                .find(caller.session(), id)
                .orElseThrow(() -> ProblemMapper.thrown(ProblemCode.NOT_FOUND));
    }

    /** The open choices of the travellers whom this caller sees whole. */
    public Map<TravellerNo, OpenChoice> choices(CaseId id) {
        return office.cases().choices(caller.session(), id);
    }

    /** Answers as if the case were read, where the caller may not; nothing is read. */
    public void mayRead(CaseId id) {
        if (!office.cases().isReadable(caller.session(), id)) {
            throw ProblemMapper.thrown(ProblemCode.NOT_FOUND);
        }
    }

    /** The directive version that a case is decided under. */
    public Directive directive(CaseId id) {
        return office.register().directive(view(id).directive());
    }
}
