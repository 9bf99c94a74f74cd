package exeat.demo;

import exeat.casework.value.PersonName;
import exeat.rules.finding.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A made-up traveller.
 *
 * @param facts declared facts as people type them, by name; one that is left out is unknown
 * @param guardians numbers of the travellers who have parental responsibility; none for an adult
 */
record Person(
        List<PersonName> names,
        LocalDate birthDate,
        String nationality,
        Purpose purpose,
        Map<String, String> facts,
        List<Integer> guardians,
        String language) {

    boolean isMinor() {
        return !guardians.isEmpty();
    }

    boolean knows(String fact) {
        return facts.containsKey(fact);
    }
}
