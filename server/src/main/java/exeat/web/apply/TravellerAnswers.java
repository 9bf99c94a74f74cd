package exeat.web.apply;

import exeat.casework.value.Document;
import exeat.casework.value.Guardian;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Converts the answers of a form to a traveller. */
public final class TravellerAnswers {

    private TravellerAnswers() {}

    static List<PersonName> names(SubmittedForm answers) {
        var names = new ArrayList<PersonName>();
        for (int i = 1; i <= NameQuestions.MAX_NAMES; i++) {
            var family = answers.value("family" + i);
            var given = answers.value("given" + i);
            if (!family.isEmpty() || !given.isEmpty()) {
                names.add(new PersonName(NameScript.of(family + given), family, given));
            }
        }
        return names;
    }

    /** The traveller without facts, once all questions before the facts are answered. */
    static Optional<Traveller> plain(
            int number, SubmittedForm answers, PackTexts terms, String lang) {
        var names = names(answers);
        var born = BirthDay.read(answers);
        var purpose = terms.purpose(answers.value("purpose"));
        var nationality = answers.value("nationality");
        var residence = answers.value("residence");
        if (names.isEmpty()
                || born.isEmpty()
                || purpose.isEmpty()
                || nationality.isEmpty()
                || residence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Traveller(
                        new TravellerNo(number),
                        names,
                        born.get(),
                        nationality,
                        new AuthorityId(residence),
                        purpose.get(),
                        Facts.NONE,
                        List.of(),
                        List.of(),
                        answers.oneOf("language", PageTexts.LANGUAGES).orElse(lang),
                        Optional.of(answers.value("contact"))
                                .filter(contact -> !contact.isEmpty())));
    }

    public static Traveller with(
            Traveller plain, Facts declared, List<Document> documents, List<Guardian> guardians) {
        return new Traveller(
                plain.no(),
                plain.names(),
                plain.birthDate(),
                plain.nationality(),
                plain.residence(),
                plain.purpose(),
                declared,
                documents,
                guardians,
                plain.language(),
                plain.contact());
    }

    static List<Guardian> guardians(SubmittedForm answers) {
        var guardians = new ArrayList<Guardian>();
        for (int i = 1; i <= GuardianQuestion.MAX_GUARDIANS; i++) {
            var name = answers.value("guardian" + i);
            var party = answers.number("guardian" + i + "-party").map(TravellerNo::new);
            if (party.isPresent() || !name.isEmpty()) {
                // Somebody of the application has the name that they gave there.
                guardians.add(new Guardian(party.isPresent() ? "" : name, party));
            }
        }
        return guardians;
    }

    static List<Document> documents(SubmittedForm answers, List<String> kinds) {
        return kinds.stream()
                .filter(kind -> !answers.value("document-" + kind).isEmpty())
                .map(kind -> new Document(kind, answers.value("document-" + kind)))
                .toList();
    }
}
