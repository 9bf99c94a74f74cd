package exeat.rules.pack;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.Use;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.LegacyPurposes;
import exeat.rules.finding.Purpose;
import exeat.rules.finding.Purposes;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code purposes} of {@code vocabulary.yaml}, and holds the fact of that source to them. */
final class PurposesReader {

    private static final String PURPOSES = "purposes";
    private static final String ID = "id";
    private static final String GIVES_UP = "gives up";
    private static final String ROUND_TRIP = "round trip";

    private final ProblemCollector problems;
    private final Map<Purpose, Purposes.Meaning> meanings = new LinkedHashMap<>();
    private final Map<Purpose, Integer> lines = new LinkedHashMap<>();
    private boolean sound = true;

    PurposesReader(ProblemCollector problems) {
        this.problems = problems;
    }

    /**
     * The purposes of a pack: its own, those of what it extends, or the three of before.
     *
     * @param above those of what the pack extends
     */
    Purposes read(YamlFields file, Optional<Purposes> above) {
        if (!file.has(PURPOSES)) {
            return above.orElse(LegacyPurposes.all());
        }
        if (above.isPresent()) {
            file.items(PURPOSES);
            file.problem(
                    PURPOSES,
                    "come from the pack that this one extends, and cannot be" + " redefined");
            return above.get();
        }
        for (var item : file.items(PURPOSES)) {
            YamlFields.of(item, PURPOSES, problems).ifPresent(this::purpose);
        }
        return new Purposes(meanings, true);
    }

    private void purpose(YamlFields fields) {
        var id = fields.text(ID);
        var purpose = Purpose.of(id);
        if (purpose.isEmpty() && !id.isEmpty()) {
            wrong(fields, ID, "must be lower-case words with single spaces: " + id);
        }
        // What people lose is never assumed: a purpose that takes nothing must say so.
        if (!fields.has(GIVES_UP)) {
            wrong(fields, GIVES_UP, "is missing; list what a traveller may lose, or write []");
        }
        var givesUp = EnumSet.noneOf(Consequence.class);
        for (var word : fields.texts(GIVES_UP)) {
            Consequence.of(word)
                    .ifPresentOrElse(
                            givesUp::add,
                            () ->
                                    wrong(
                                            fields,
                                            GIVES_UP,
                                            "has no " + word + "; it can have " + all()));
        }
        boolean roundTrip = fields.flag(ROUND_TRIP);
        if (roundTrip && givesUp.contains(Consequence.WAY_BACK)) {
            wrong(
                    fields,
                    ROUND_TRIP,
                    "is for purposes where the traveller comes back, but this one gives up the"
                            + " way back");
        }
        fields.end();
        purpose.ifPresent(one -> {
            lines.put(one, fields.line());
            if (meanings.put(one, new Purposes.Meaning(givesUp, roundTrip)) != null) {
                wrong(fields, ID, "is there twice: " + one);
            }
        });
    }

    private void wrong(YamlFields fields, String key, String message) {
        sound = false;
        fields.problem(key, message);
    }

    private static String all() {
        return Arrays.stream(Consequence.values())
                .map(Consequence::word)
                .collect(Collectors.joining(", "));
    }

    /** Tables read the purpose and findings carry it, so every directive has it, always stated. */
    void check(YamlFields file, List<FactDefinition> facts, Purposes purposes) {
        var fact =
                facts.stream()
                        .filter(one -> one.source() == FactDefinition.Source.PURPOSE)
                        .findFirst();
        if (fact.isEmpty()) {
            file.problem("facts", "needs a fact whose source is purpose");
            return;
        }
        // If a purpose cannot be read, only that is reported.
        if (!sound) {
            return;
        }
        var words = purposes.meanings().keySet().stream().map(Purpose::word).toList();
        var values = fact.get().values();
        if (fact.get().optional()
                || fact.get().use() != Use.DECIDE
                || values.isEmpty()
                || !Set.copyOf(words).containsAll(values)) {
            file.problem(
                    "facts",
                    ("the fact for the purpose must list only values from %s, have use decide"
                                    + " and not be optional")
                            .formatted(String.join(", ", words)));
        }
        lines.forEach((purpose, line) -> {
            if (!values.contains(purpose.word())) {
                problems.add(
                        line,
                        PURPOSES,
                        "nobody can apply for %s: the fact '%s' does not list it"
                                .formatted(purpose, fact.get().name()));
            }
        });
    }
}
