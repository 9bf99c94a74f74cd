package exeat.web.apply;

import exeat.web.kit.Posted;
import exeat.web.kit.Words;

import exeat.casework.value.Document;
import exeat.casework.value.Guardian;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** From the answers of a form to a traveller. */
public final class Travellers {

    private Travellers() {}

    static List<PersonName> names(Posted answers) {
        var names = new ArrayList<PersonName>();
        for (int i = 1; i <= Questions.MOST_NAMES; i++) {
            var family = answers.one("family" + i);
            var given = answers.one("given" + i);
            if (!family.isEmpty() || !given.isEmpty()) {
                var script = answers.oneOf("script" + i, Questions.SCRIPTS).orElse("Latn");
                names.add(new PersonName(script, family, given));
            }
        }
        return names;
    }

    static Optional<Purpose> purpose(Posted answers) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.word().equals(answers.one("purpose")))
                .findFirst();
    }

    /** The traveller without facts, once everything before the facts is answered. */
    static Optional<Traveller> plain(int number, Posted answers, String lang) {
        var names = names(answers);
        var born = answers.date("born");
        var purpose = purpose(answers);
        var nationality = answers.one("nationality");
        var residence = answers.one("residence");
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
                        answers.oneOf("language", Words.LANGUAGES).orElse(lang),
                        Optional.of(answers.one("contact")).filter(contact -> !contact.isEmpty())));
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

    static List<Guardian> guardians(Posted answers) {
        var guardians = new ArrayList<Guardian>();
        for (int i = 1; i <= Questions.MOST_GUARDIANS; i++) {
            var name = answers.one("guardian" + i);
            if (!name.isEmpty()) {
                guardians.add(
                        new Guardian(
                                name,
                                answers.number("guardian" + i + "-party").map(TravellerNo::new)));
            }
        }
        return guardians;
    }

    static List<Document> documents(Posted answers, List<String> kinds) {
        return kinds.stream()
                .filter(kind -> !answers.one("document-" + kind).isEmpty())
                .map(kind -> new Document(kind, answers.one("document-" + kind)))
                .toList();
    }
}
