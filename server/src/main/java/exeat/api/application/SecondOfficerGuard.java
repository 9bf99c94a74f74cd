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

/** A second officer reads the application before they agree to something in it. */
@Singleton
final class SecondOfficerGuard {

    private final Office office;
    private final Caller caller;
    private final OpenedCases opened;

    SecondOfficerGuard(Office office, Caller caller, OpenedCases opened) {
        this.office = office;
        this.caller = caller;
        this.opened = opened;
    }

    /**
     * Ends the request if only this is missing: whatever else prevents the command is told first,
     * and nobody else is told anything. To check is no look at the application.
     */
    void check(TravellerCommand.SecondProposal command) {
        var session = caller.session();
        office.cases()
                .outlook(session, command.stream())
                .filter(outlook -> outlook.rejection(command).isEmpty())
                .flatMap(outlook ->
                        Optional.ofNullable(outlook.state().travellers().get(command.traveller())))
                .flatMap(traveller -> traveller.proposal(command.proposal()))
                .filter(proposal ->
                        !opened.isOpenedSince(
                                session, command.stream(), AdverseHearing.changed(proposal)))
                .ifPresent(_ -> {
                    throw new ProblemException(unopened(command));
                });
    }

    private static Response unopened(TravellerCommand.SecondProposal command) {
        var address = "/api/v1/applications/" + command.stream().value();
        return Response.fromResponse(Problem.of(ProblemCode.NOT_OPENED).response())
                .header(HttpHeaders.LINK, "<" + address + ">; rel=\"up\"")
                .build();
    }
}
