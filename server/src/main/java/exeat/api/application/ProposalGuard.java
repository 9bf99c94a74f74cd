package exeat.api.application;

import exeat.api.Caller;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.AdverseHearing;
import exeat.desk.Office;
import exeat.http.OpenedCases;
import exeat.http.Problem;
import exeat.http.ProblemCode;
import exeat.http.ProblemException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * An officer reads the application before they agree to what is proposed in it, or reply to what
 * the person said about that.
 */
@Singleton
final class ProposalGuard {

    private final Office office;
    private final Caller caller;
    private final OpenedCases opened;

    ProposalGuard(Office office, Caller caller, OpenedCases opened) {
        this.office = office;
        this.caller = caller;
        this.opened = opened;
    }

    /**
     * Ends the request if only this is missing: whatever else prevents the command is told first,
     * and nobody else is told anything. To check is no look at the application.
     */
    void check(TravellerCommand command, int number) {
        var session = caller.session();
        office.cases()
                .outlook(session, command.stream())
                .filter(outlook -> outlook.rejection(command).isEmpty())
                .flatMap(outlook ->
                        Optional.ofNullable(outlook.state().travellers().get(command.traveller())))
                .flatMap(traveller -> traveller.proposal(number))
                .filter(proposal ->
                        !opened.isOpenedSince(
                                session, command.stream(), AdverseHearing.changed(proposal)))
                .ifPresent(_ -> {
                    throw new ProblemException(unopened(command));
                });
    }

    private static Response unopened(TravellerCommand command) {
        var address = "/api/v1/applications/" + command.stream().value();
        return Response.fromResponse(Problem.of(ProblemCode.NOT_OPENED).response())
                .header(HttpHeaders.LINK, "<" + address + ">; rel=\"up\"")
                .build();
    }
}
