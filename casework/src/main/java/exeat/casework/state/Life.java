package exeat.casework.state;

import exeat.casework.value.Against;

import exeat.casework.command.Command;

import static exeat.casework.state.Life.Who.CLOCK;
import static exeat.casework.state.Life.Who.HOLDER;
import static exeat.casework.state.Life.Who.PERSON;
import static exeat.casework.state.Life.Who.POST;
import static exeat.casework.state.Life.Who.REVIEWER;
import static exeat.casework.state.Life.Who.RULES;
import static exeat.casework.state.Life.Who.TWO_OFFICERS;
import static exeat.casework.state.Stage.APPROVED;
import static exeat.casework.state.Stage.AUTHORISED;
import static exeat.casework.state.Stage.CLOSED;
import static exeat.casework.state.Stage.DEPARTED;
import static exeat.casework.state.Stage.REFERRED;
import static exeat.casework.state.Stage.REFUSED;
import static exeat.casework.state.Stage.REVOKED;
import static exeat.casework.state.Stage.SET_ASIDE;
import static exeat.casework.state.Stage.UNANSWERED;
import static exeat.casework.state.Stage.UNCONFIRMED;
import static exeat.casework.state.Stage.WITHDRAWN;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The life of one traveller as a table: at which stage what may happen, where it leads, and whose
 * act it is. {@code Lifecycle} changes a stage only through this table, and {@link #draw} shows it.
 */
public final class Life {

    private Life() {}

    /** Whose act a turn is. */
    public enum Who {
        PERSON("the traveller, or a guardian for a minor"),
        RULES("the rules"),
        HOLDER("an officer of the unit that has the file"),
        TWO_OFFICERS("two officers"),
        POST("the posts that record a crossing, each their part"),
        REVIEWER("a reviewer outside the deciders' line"),
        CLOCK("the clock");

        private final String words;

        Who(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What turns a life from one stage to another. */
    public enum Turn {
        APPLIED("applied"),
        CONFIRMED("confirmed"),
        FOUND_APPROVING("found: approve"),
        FOUND_REFERRING("found: refer"),
        FOUND_UNANSWERED("found: unanswered"),
        REFERRED_APPROVED("approved by a person"),
        REFUSED("refused"),
        SET_ASIDE("set aside"),
        AUTHORISED("authorised"),
        REVOKED("revoked"),
        PAPER_ENDED("paper ended"),
        DEPARTED("departed"),
        RETURNED("returned"),
        CLOSED("closed"),
        WITHDRAWN("withdrawn"),
        REFUSAL_UNDONE("appeal won: refusal"),
        SETTING_ASIDE_UNDONE("appeal won: set-aside"),
        REVOCATION_UNDONE("appeal won: revocation");

        private final String words;

        Turn(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One row of the table.
     *
     * @param from none for the start
     */
    public record Step(Optional<Stage> from, Turn turn, Stage to, Who who) {}

    /** Stages at which nothing more can happen. */
    public static final Set<Stage> ENDS = Set.of(WITHDRAWN, CLOSED);

    /** Stages at which a traveller stands approved, so that no officer can refuse them. */
    public static final Set<Stage> APPROVALS = Set.of(APPROVED, AUTHORISED, DEPARTED);

    /** The whole table. */
    public static final List<Step> STEPS = steps();

    private static final Map<Stage, Map<Turn, Stage>> NEXT = index();

    private static List<Step> steps() {
        var rows = new ArrayList<Step>();
        rows.add(new Step(Optional.empty(), Turn.APPLIED, UNCONFIRMED, PERSON));
        add(rows, UNCONFIRMED, Turn.CONFIRMED, UNANSWERED, PERSON);
        // The rules decide at confirmation, after an answer, and after a correction.
        for (var from : List.of(UNANSWERED, REFERRED, APPROVED, SET_ASIDE, REVOKED, REFUSED)) {
            add(rows, from, Turn.FOUND_APPROVING, APPROVED, RULES);
            add(rows, from, Turn.FOUND_REFERRING, REFERRED, RULES);
            add(rows, from, Turn.FOUND_UNANSWERED, UNANSWERED, RULES);
        }
        // A paper that is out is revoked before a finding that no longer approves.
        add(rows, AUTHORISED, Turn.FOUND_APPROVING, AUTHORISED, RULES);
        add(rows, REFERRED, Turn.REFERRED_APPROVED, APPROVED, HOLDER);
        add(rows, REFERRED, Turn.REFUSED, REFUSED, TWO_OFFICERS);
        add(rows, APPROVED, Turn.SET_ASIDE, SET_ASIDE, TWO_OFFICERS);
        add(rows, APPROVED, Turn.AUTHORISED, AUTHORISED, HOLDER);
        add(rows, REVOKED, Turn.AUTHORISED, AUTHORISED, HOLDER);
        add(rows, AUTHORISED, Turn.REVOKED, REVOKED, TWO_OFFICERS);
        add(rows, AUTHORISED, Turn.PAPER_ENDED, APPROVED, CLOCK);
        add(rows, AUTHORISED, Turn.DEPARTED, DEPARTED, POST);
        add(rows, DEPARTED, Turn.RETURNED, DEPARTED, POST);
        add(rows, DEPARTED, Turn.PAPER_ENDED, DEPARTED, CLOCK);
        add(rows, DEPARTED, Turn.CLOSED, CLOSED, POST);
        for (var from : Stage.values()) {
            if (!ENDS.contains(from) && from != DEPARTED) {
                add(rows, from, Turn.WITHDRAWN, WITHDRAWN, PERSON);
            }
        }
        add(rows, REFUSED, Turn.REFUSAL_UNDONE, APPROVED, REVIEWER);
        add(rows, SET_ASIDE, Turn.SETTING_ASIDE_UNDONE, APPROVED, REVIEWER);
        // A correction can have revoked the paper and referred the traveller in one breath.
        for (var from : List.of(REVOKED, REFERRED, UNANSWERED)) {
            add(rows, from, Turn.REVOCATION_UNDONE, AUTHORISED, REVIEWER);
        }
        return List.copyOf(rows);
    }

    private static void add(List<Step> rows, Stage from, Turn turn, Stage to, Who who) {
        rows.add(new Step(Optional.of(from), turn, to, who));
    }

    private static Map<Stage, Map<Turn, Stage>> index() {
        var next = new EnumMap<Stage, Map<Turn, Stage>>(Stage.class);
        for (var step : STEPS) {
            step.from()
                    .ifPresent(from -> {
                        var row = next.computeIfAbsent(from, _ -> new EnumMap<>(Turn.class));
                        if (row.put(step.turn(), step.to()) != null) {
                            throw new IllegalStateException("twice in the table: " + step);
                        }
                    });
        }
        return next;
    }

    /** Whether this can happen at this stage. */
    public static boolean allows(Stage from, Turn turn) {
        return NEXT.getOrDefault(from, Map.of()).containsKey(turn);
    }

    /**
     * The stage to which a turn leads.
     *
     * @throws IllegalStateException if the table has no such row: a broken invariant
     */
    public static Stage next(Stage from, Turn turn) {
        var to = NEXT.getOrDefault(from, Map.of()).get(turn);
        if (to == null) {
            throw new IllegalStateException("not in the table of the life: " + from + ", " + turn);
        }
        return to;
    }

    /** What a won appeal undoes. */
    public static Optional<Turn> undoing(Against against) {
        return switch (against) {
            case Against.Refusal _ -> Optional.of(Turn.REFUSAL_UNDONE);
            case Against.BeingSetAside _ -> Optional.of(Turn.SETTING_ASIDE_UNDONE);
            case Against.Revocation _ -> Optional.of(Turn.REVOCATION_UNDONE);
            case Against.AHold _ -> Optional.empty();
        };
    }

    /** The whole life as a Mermaid state diagram, one arrow for each pair of stages. */
    public static String draw() {
        var arrows =
                STEPS.stream()
                        .filter(step -> !step.from().equals(Optional.of(step.to())))
                        .collect(
                                Collectors.groupingBy(
                                        step -> name(step.from()) + " --> " + step.to(),
                                        java.util.LinkedHashMap::new,
                                        Collectors.mapping(
                                                step -> step.turn().words(),
                                                Collectors.joining(", "))));
        var text = new StringBuilder("stateDiagram-v2\n");
        arrows.forEach((arrow, turns) ->
                text.append("    %s : %s\n".formatted(arrow, turns.replace(":", ""))));
        ENDS.stream().sorted().forEach(end -> text.append("    " + end + " --> [*]\n"));
        return text.toString();
    }

    /** The whole life as Markdown: the drawing, and under it each row with whose act it is. */
    public static String page() {
        var text = new StringBuilder("# The life of one traveller\n\n");
        text.append("Written by `Life.page()`; a test holds it to the table. ");
        text.append("Questions, clearances, holds and claims lie across the stages.\n\n");
        text.append("```mermaid\n").append(draw()).append("```\n\n");
        text.append("| at | what happens | then | whose act |\n|---|---|---|---|\n");
        for (var step : STEPS) {
            text.append(
                    "| %s | %s | %s | %s |\n"
                            .formatted(
                                    step.from().map(Stage::name).orElse(""),
                                    step.turn().words(),
                                    step.to(),
                                    step.who().words()));
        }
        return text.toString();
    }

    private static String name(Optional<Stage> from) {
        return from.map(Stage::name).orElse("[*]");
    }
}
