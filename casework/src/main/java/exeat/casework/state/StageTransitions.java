package exeat.casework.state;

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
import static exeat.casework.state.StageTransitions.Who.CLOCK;
import static exeat.casework.state.StageTransitions.Who.DISOWNER;
import static exeat.casework.state.StageTransitions.Who.HOLDER;
import static exeat.casework.state.StageTransitions.Who.LEAVER;
import static exeat.casework.state.StageTransitions.Who.PERSON;
import static exeat.casework.state.StageTransitions.Who.POST;
import static exeat.casework.state.StageTransitions.Who.REVIEWER;
import static exeat.casework.state.StageTransitions.Who.RULES;
import static exeat.casework.state.StageTransitions.Who.TWO_OFFICERS;

import exeat.casework.value.AppealSubject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The life of one traveller as a table: what may happen at each stage, where it leads, and who does
 * it. {@code Lifecycle} changes a stage only through this table, and {@link #draw} shows it.
 */
public final class StageTransitions {

    private StageTransitions() {}

    /** Who causes a change of stage. */
    public enum Who {
        PERSON("the traveller, or a guardian for a minor"),
        LEAVER(
                "the traveller, or a guardian for a minor; or two protection officers, for an"
                        + " adult whom both identified in person"),
        DISOWNER(
                "the traveller whom two officers let leave in person, within 30 days and with a"
                        + " secret of their own; or two protection officers of units without a part"
                        + " in it, for somebody whom both identified in person"),
        RULES("the rules"),
        HOLDER("an officer of the unit that has the file"),
        TWO_OFFICERS("two officers, after the person was heard"),
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

    /** What moves a traveller from one stage to another. */
    public enum Transition {
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
        REVOCATION_UNDONE("appeal won: revocation"),
        /** The one that leads back to where somebody stood, and so to several stages. */
        WITHDRAWAL_UNDONE("withdrawal in person undone");

        private final String words;

        Transition(String words) {
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
    public record Step(Optional<Stage> from, Transition turn, Stage to, Who who) {}

    /** Stages at which nothing more can happen, but that a withdrawal in person is undone. */
    public static final Set<Stage> ENDS = Set.of(WITHDRAWN, CLOSED);

    /** Stages at which a traveller is approved, so that no officer can refuse them. */
    public static final Set<Stage> APPROVALS = Set.of(APPROVED, AUTHORISED, DEPARTED);

    /** Stages at which somebody was approved, whether or not they have gone since. */
    private static final Set<Stage> STAND = Set.of(APPROVED, AUTHORISED, REVOKED, DEPARTED, CLOSED);

    /** Whether an approval stands. A paper that was taken back leaves it. */
    public static boolean isApproved(Stage stage) {
        return STAND.contains(stage);
    }

    /** The whole table. */
    public static final List<Step> STEPS = steps();

    private static final Map<Stage, Map<Transition, Set<Stage>>> NEXT = index();

    private static List<Step> steps() {
        var rows = new ArrayList<Step>();
        rows.add(new Step(Optional.empty(), Transition.APPLIED, UNCONFIRMED, PERSON));
        add(rows, UNCONFIRMED, Transition.CONFIRMED, UNANSWERED, PERSON);
        // The rules decide at confirmation, after an answer, and after a correction.
        for (var from : List.of(UNANSWERED, REFERRED, APPROVED, SET_ASIDE, REVOKED, REFUSED)) {
            add(rows, from, Transition.FOUND_APPROVING, APPROVED, RULES);
            add(rows, from, Transition.FOUND_REFERRING, REFERRED, RULES);
            add(rows, from, Transition.FOUND_UNANSWERED, UNANSWERED, RULES);
        }
        // A paper that is out is revoked before a finding that no longer approves.
        add(rows, AUTHORISED, Transition.FOUND_APPROVING, AUTHORISED, RULES);
        add(rows, REFERRED, Transition.REFERRED_APPROVED, APPROVED, HOLDER);
        add(rows, REFERRED, Transition.REFUSED, REFUSED, TWO_OFFICERS);
        add(rows, APPROVED, Transition.SET_ASIDE, SET_ASIDE, TWO_OFFICERS);
        add(rows, APPROVED, Transition.AUTHORISED, AUTHORISED, HOLDER);
        add(rows, REVOKED, Transition.AUTHORISED, AUTHORISED, HOLDER);
        add(rows, AUTHORISED, Transition.REVOKED, REVOKED, TWO_OFFICERS);
        add(rows, AUTHORISED, Transition.PAPER_ENDED, APPROVED, CLOCK);
        add(rows, AUTHORISED, Transition.DEPARTED, DEPARTED, POST);
        add(rows, DEPARTED, Transition.RETURNED, DEPARTED, POST);
        add(rows, DEPARTED, Transition.PAPER_ENDED, DEPARTED, CLOCK);
        add(rows, DEPARTED, Transition.CLOSED, CLOSED, POST);
        for (var from : Stage.values()) {
            if (!ENDS.contains(from) && from != DEPARTED) {
                add(rows, from, Transition.WITHDRAWN, WITHDRAWN, LEAVER);
                add(rows, WITHDRAWN, Transition.WITHDRAWAL_UNDONE, from, DISOWNER);
            }
        }
        add(rows, REFUSED, Transition.REFUSAL_UNDONE, APPROVED, REVIEWER);
        add(rows, SET_ASIDE, Transition.SETTING_ASIDE_UNDONE, APPROVED, REVIEWER);
        // A correction can revoke the paper and refer the traveller at the same time.
        for (var from : List.of(REVOKED, REFERRED, UNANSWERED)) {
            add(rows, from, Transition.REVOCATION_UNDONE, AUTHORISED, REVIEWER);
        }
        return List.copyOf(rows);
    }

    private static void add(List<Step> rows, Stage from, Transition turn, Stage to, Who who) {
        rows.add(new Step(Optional.of(from), turn, to, who));
    }

    private static Map<Stage, Map<Transition, Set<Stage>>> index() {
        var next = new EnumMap<Stage, Map<Transition, Set<Stage>>>(Stage.class);
        for (var step : STEPS) {
            step.from()
                    .ifPresent(from -> {
                        var row = next.computeIfAbsent(from, _ -> new EnumMap<>(Transition.class));
                        var to = row.computeIfAbsent(step.turn(), _ -> EnumSet.noneOf(Stage.class));
                        if (!to.add(step.to())
                                || (to.size() > 1 && step.turn() != Transition.WITHDRAWAL_UNDONE)) {
                            throw new IllegalStateException(
                                    "twice in the table of transitions: " + step);
                        }
                    });
        }
        return next;
    }

    /** Whether this can happen at this stage. */
    public static boolean allows(Stage from, Transition turn) {
        return NEXT.getOrDefault(from, Map.of()).containsKey(turn);
    }

    /**
     * The stage to which a change leads.
     *
     * @throws IllegalStateException if the table has no such row: a broken invariant
     */
    public static Stage next(Stage from, Transition turn) {
        var to = NEXT.getOrDefault(from, Map.of()).getOrDefault(turn, Set.of());
        if (to.size() != 1) {
            throw new IllegalStateException(
                    "not in the table of transitions: " + from + ", " + turn);
        }
        return to.iterator().next();
    }

    /**
     * The stage to which a change leads back.
     *
     * @param stood where the traveller stood before
     * @throws IllegalStateException if the table has no such row: a broken invariant
     */
    public static Stage back(Stage from, Transition turn, Stage stood) {
        if (!NEXT.getOrDefault(from, Map.of()).getOrDefault(turn, Set.of()).contains(stood)) {
            throw new IllegalStateException(
                    "not in the table of transitions: %s, %s, %s".formatted(from, turn, stood));
        }
        return stood;
    }

    /** What a won appeal undoes. */
    public static Optional<Transition> undoing(AppealSubject against) {
        return switch (against) {
            case AppealSubject.Refusal _ -> Optional.of(Transition.REFUSAL_UNDONE);
            case AppealSubject.BeingSetAside _ -> Optional.of(Transition.SETTING_ASIDE_UNDONE);
            case AppealSubject.Revocation _ -> Optional.of(Transition.REVOCATION_UNDONE);
            case AppealSubject.AHold _ -> Optional.empty();
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

    /** The whole life as Markdown: the diagram, then each row with who causes it. */
    public static String page() {
        var text = new StringBuilder("# The life of one traveller\n\n");
        text.append("`StageTransitions.page()` writes this page, and a test compares the two. ");
        text.append(
                "Questions, hearings, clearances, holds, fees and claims to protection can exist ");
        text.append("at several stages. ");
        text.append("Where the rules find less because two officers corrected a fact, the person ");
        text.append("was heard first. ");
        text.append(
                "A fee that is not paid stops the issue of a paper where the pack says so, and ");
        text.append("nothing else.\n\n");
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
