package exeat.api.application;

import exeat.api.directive.FindingBody;
import exeat.desk.cases.CaseView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application as one session sees it; {@code version} is the number of its last event. */
@Schema(name = "ApplicationSeen")
record CaseBody(
        UUID id,
        String number,
        FindingBody.Ref directive,
        long version,
        Instant received,
        String holder,
        List<SeenBody> travellers,
        List<SecretsApi.Body> secrets,
        @Schema(
                        description =
                                "Whether two officers handed you the secret that you signed in"
                                        + " with: without, you cannot erase your part")
                boolean secretProved,
        List<SeenBody.InPerson> inPerson) {

    static CaseBody of(CaseView view) {
        var seen = view.seen();
        return new CaseBody(
                seen.id().value(),
                seen.number(),
                FindingBody.Ref.of(view.directive()),
                view.version(),
                seen.received(),
                seen.holder().text(),
                seen.travellers().entrySet().stream()
                        .map(entry -> SeenBody.of(entry.getKey().number(), entry.getValue()))
                        .toList(),
                seen.secrets().stream()
                        .map(one -> SecretsApi.Body.of(one, seen.own().objectable().contains(one)))
                        .toList(),
                seen.own().isProved(),
                seen.inPerson().entrySet().stream()
                        .flatMap(e ->
                                Stream.ofNullable(
                                        SeenBody.InPerson.of(
                                                e.getKey().number(), Optional.of(e.getValue()))))
                        .toList());
    }
}
