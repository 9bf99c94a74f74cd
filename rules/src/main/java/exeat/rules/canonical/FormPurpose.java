package exeat.rules.canonical;

import java.util.List;

/**
 * A purpose of journeys, and what follows from it; its name is among the words.
 *
 * @param givesUp what the traveller may lose, sorted
 * @param roundTrip whether the traveller comes back
 */
public record FormPurpose(String id, List<String> givesUp, boolean roundTrip) {

    public FormPurpose {
        givesUp = givesUp.stream().sorted().toList();
    }
}
