package exeat.api.application;

import exeat.api.directive.FactsBody;
import exeat.casework.command.Actor;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.desk.intake.LunarDates;
import exeat.http.Problem;
import exeat.http.Problem.FieldError;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Purpose;
import exeat.rules.finding.Purposes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts the body of an application to a draft, or lists every wrong field. */
@Singleton
final class ApplicationReader {

    private final Office office;

    ApplicationReader(Office office) {
        this.office = office;
    }

    ApplicationDraft read(ApplicationBody body, Session session) {
        var errors = new ArrayList<FieldError>();
        boolean officer = session.actor() instanceof Actor.Officer;
        var own = officer ? Optional.of(session.directive()) : Optional.<String>empty();
        return read(body, officer ? Channel.OFFICE : Channel.API, own, errors)
                .orElseThrow(() -> Problem.fields(errors).thrown());
    }

    /**
     * The draft; empty if errors were added to the list.
     *
     * @param own the directive of the mandate under which an officer acts; empty for anybody else
     */
    Optional<ApplicationDraft> read(
            ApplicationBody body, Channel channel, Optional<String> own, List<FieldError> errors) {
        name(body.principal(), "principal", errors);
        var named = Optional.ofNullable(body.directive());
        var directive =
                covering(body.travellers().getFirst().residence(), named.or(() -> own), errors);
        var travellers = new ArrayList<Traveller>();
        for (int i = 0; i < body.travellers().size(); i++) {
            var given = body.travellers().get(i);
            var at = "travellers[" + i + "].";
            for (int n = 0; n < given.names().size(); n++) {
                name(given.names().get(n), at + "names[" + n + "]", errors);
            }
            if (directive.isPresent() && errors.isEmpty()) {
                traveller(directive.get(), given, i, errors).ifPresent(travellers::add);
            }
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        var principal = Optional.ofNullable(body.principal()).map(ApplicationBody.Name::read);
        return Optional.of(new ApplicationDraft(channel, principal, travellers, named));
    }

    /** The directive that is named, or the only one whose tree has the place. */
    private Optional<Directive> covering(
            String residence, Optional<String> named, List<FieldError> errors) {
        var place = new AuthorityId(residence);
        var all = office.register().covering(place);
        var fitting =
                all.stream()
                        .filter(each -> named.isEmpty() || named.get().equals(each.ref().id()))
                        .toList();
        if (all.isEmpty()) {
            errors.add(new FieldError("travellers[0].residence", "is not a place in a directive"));
        } else if (fitting.isEmpty()) {
            errors.add(new FieldError("directive", "is not in force for this residence"));
        } else if (fitting.size() > 1) {
            errors.add(
                    new FieldError(
                            "directive",
                            "is needed, since several are in force for this residence"));
        }
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static void name(
            ApplicationBody.@Nullable Name name, String path, List<FieldError> errors) {
        if (name != null && name.isEmpty()) {
            errors.add(new FieldError(path, "is empty"));
        }
    }

    private static Optional<Traveller> traveller(
            Directive directive,
            ApplicationBody.Traveller given,
            int index,
            List<FieldError> errors) {
        var facts =
                FactsBody.read(
                        directive, given.facts(), "travellers[" + index + "].facts.", errors);
        var purpose = Purposes.offered(directive.vocabulary(), given.purpose());
        if (purpose.isEmpty()) {
            var words =
                    Purposes.offered(directive.vocabulary()).stream()
                            .map(Purpose::word)
                            .collect(Collectors.joining(", "));
            errors.add(
                    new FieldError("travellers[" + index + "].purpose", "must be one of " + words));
            return Optional.empty();
        }
        var born = LunarDates.read(given.birthDate());
        if (born.isEmpty()) {
            errors.add(
                    new FieldError(
                            "travellers[" + index + "].birthDate", "is " + LunarDates.FORMS));
            return Optional.empty();
        }
        return Optional.of(
                new Traveller(
                        new TravellerNo(index + 1),
                        given.names().stream().map(ApplicationBody.Name::read).toList(),
                        born.get(),
                        given.nationality(),
                        new AuthorityId(given.residence()),
                        purpose.get(),
                        facts,
                        list(given.documents()).stream().map(ApplicationBody.Doc::read).toList(),
                        list(given.guardians()).stream().map(ApplicationBody.Carer::read).toList(),
                        given.language(),
                        Optional.ofNullable(given.contact())
                                .filter(contact -> !contact.isBlank())));
    }

    static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
