package exeat.web.admin;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.setup.SetUpState;
import exeat.desk.setup.SetUpStep;
import exeat.rules.Directive;
import exeat.rules.authority.UnitFunction;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LocalizedText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TaskItem;
import exeat.web.component.list.TaskList;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** The steps from an empty office to its first case, as administrators read them. */
public final class SetUpView {

    private static final String SIGNED = " --operator-key FILE";

    private final Office office;
    private final String place;
    private final String data;
    private final SetUpState state;
    private final PageTexts words;
    private final Optional<Directive> directive;

    SetUpView(Office office, OfficeSettings settings, SetUpState state, PageTexts words) {
        this.office = office;
        this.place = place(settings);
        this.data = data(settings);
        this.state = state;
        this.words = words;
        this.directive = state.nearest().flatMap(under -> office.register().directive(under.id()));
    }

    /** How far it is, and each step; the next one with its reason. */
    void addTo(Page sheet) {
        var all = SetUpStep.values();
        sheet.add(
                new Paragraphs(
                        List.of(
                                words.say(
                                        "setup.progress",
                                        all.length - state.open().size(),
                                        all.length))),
                new TaskList(Arrays.stream(all).map(this::task).toList()));
    }

    private TaskItem task(SetUpStep step) {
        boolean next = isNext(step);
        return new TaskItem(
                words.say(key(step)),
                next ? words.say(key(step) + ".why") : "",
                SetUpPages.HOME + "#" + id(step),
                words.say(said(step)),
                state.isDone(step) ? "green" : next ? "blue" : "grey");
    }

    private boolean isNext(SetUpStep step) {
        return state.next().filter(step::equals).isPresent();
    }

    private String said(SetUpStep step) {
        return state.isDone(step)
                ? "setup.state.done"
                : isNext(step) ? "setup.state.next" : "setup.state.open";
    }

    private static String key(SetUpStep step) {
        return "setup." + step;
    }

    private static String id(SetUpStep step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Each step with its reason, who does it and where. */
    void explain(Page sheet) {
        for (var step : SetUpStep.values()) {
            sheet.add(new Heading(2, words.say(key(step)), id(step)))
                    .add(new SummaryList(rows(step)));
        }
    }

    private List<SummaryRow> rows(SetUpStep step) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("sample.state"), words.say(said(step))));
        rows.add(SummaryRow.of(words.say("setup.why"), words.say(key(step) + ".why")));
        rows.add(
                new SummaryRow(
                        words.say("setup.where"),
                        List.of(LocalizedText.here(words.say(key(step) + ".where"))),
                        page(step).stream()
                                .map(to ->
                                        new Link(words.say("setup.go"), to, words.say(key(step))))
                                .toList()));
        if (step == SetUpStep.OFFICERS) {
            missing("setup.missing", SetUpState.Under::without).ifPresent(rows::add);
            silent().ifPresent(rows::add);
        }
        if (step == SetUpStep.BRIEFING && !state.isDone(step)) {
            missing("setup.unread", SetUpState.Under::unread).ifPresent(rows::add);
        }
        if (step == SetUpStep.IN_FORCE) {
            counted().ifPresent(rows::add);
        }
        var commands = commands(step);
        if (!commands.isEmpty()) {
            rows.add(shell(commands, words));
        }
        if (step == SetUpStep.WITNESS) {
            var file = new LocalizedText(data + "/witnesses", words.english());
            rows.add(new SummaryRow(words.say("setup.file"), List.of(file), List.of()));
        }
        return rows;
    }

    /**
     * The page on which administrators see a step or do their part; empty if it is not one of
     * theirs.
     */
    private Optional<String> page(SetUpStep step) {
        return switch (step) {
            case OPERATORS -> Optional.of("/admin/office#operators");
            case ADMINISTRATORS -> Optional.of("/admin/accounts?role=administrator");
            case DIRECTIVE -> Optional.of(RegisterPages.HOME);
            case ISSUER, OFFICERS -> Optional.of("/admin/accounts/new");
            case IN_FORCE -> directive.map(one -> RegisterPages.HOME + "/" + one.ref().id());
            case WITNESS -> Optional.of("/ledger");
            case BACKUP -> Optional.of("/admin/office#backups");
            case BRIEFING, TEST_CASE, ERASED -> Optional.empty();
        };
    }

    private List<String> commands(SetUpStep step) {
        return switch (step) {
            case OPERATORS ->
                    List.of("operator key NAME FILE", here("operator add NAME KEY" + SIGNED));
            case ADMINISTRATORS -> administrators(office, place);
            case DIRECTIVE -> List.of("prove FOLDER");
            case WITNESS ->
                    List.of(
                            here("ledger key"),
                            "witness --folder FOLDER --name NAME --log LOG-KEY");
            case BACKUP ->
                    List.of(here("backup FOLDER --keys FOLDER"), here("restore --test FOLDER"));
            case ISSUER, IN_FORCE, OFFICERS, BRIEFING, TEST_CASE, ERASED -> List.of();
        };
    }

    /** A command on this office and on no other. */
    private String here(String command) {
        return command + place;
    }

    /**
     * The option that names this office at the shell. Without it, a command means the folder beside
     * the launcher.
     */
    static String place(OfficeSettings settings) {
        var data = data(settings);
        var folder = data.matches("[\\w./:-]+") ? data : "'" + data.replace("'", "'\\''") + "'";
        return settings.jdbcUrl().isPresent() ? " --config FILE" : " --data " + folder;
    }

    private static String data(OfficeSettings settings) {
        return settings.data().toAbsolutePath().normalize().toString();
    }

    private static List<String> administrators(Office office, String place) {
        var unit =
                office.register().offered().stream()
                        .findFirst()
                        .map(one -> one.authorities().root().id().text())
                        .orElse("UNIT");
        return List.of(
                "officer add " + unit + " LOGIN --administrator" + SIGNED + place,
                "officer second-factor LOGIN" + SIGNED + place);
    }

    /** Kinds of unit in which somebody is missing; empty if nobody is. */
    private Optional<SummaryRow> missing(
            String key, Function<SetUpState.Under, SortedSet<UnitFunction>> which) {
        return directive.flatMap(one -> {
            var terms = PackTexts.forOfficers(one, words);
            var without =
                    state.nearest().stream()
                            .flatMap(under -> which.apply(under).stream())
                            .map(terms::function)
                            .toList();
            return without.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SummaryRow.of(words.say(key), without));
        });
    }

    /** The units that have nobody to hand the directive on to others below. */
    private Optional<SummaryRow> silent() {
        return directive.flatMap(one -> {
            var terms = PackTexts.forOfficers(one, words);
            var units =
                    state.nearest().stream()
                            .flatMap(under -> under.silent().stream())
                            .map(terms::unit)
                            .toList();
            return units.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SummaryRow.of(words.say("setup.silent"), units));
        });
    }

    private Optional<SummaryRow> counted() {
        return directive.map(one -> {
            var title = new PackTexts(one, words).title();
            return new SummaryRow(words.say("admin.directive"), List.of(title), List.of());
        });
    }

    private static SummaryRow shell(List<String> commands, PageTexts words) {
        return new SummaryRow(
                words.say("setup.shell"),
                commands.stream()
                        .map(one -> new LocalizedText("./exeat " + one, words.english()))
                        .toList(),
                List.of());
    }

    /** The first commands after installing, for the sign-in page. */
    public static SummaryList first(Office office, OfficeSettings settings, PageTexts words) {
        var place = place(settings);
        var commands = new ArrayList<String>();
        commands.add("operator key NAME FILE");
        commands.add("operator add NAME KEY" + SIGNED + place);
        commands.addAll(administrators(office, place));
        return new SummaryList(List.of(shell(commands, words)));
    }
}
