package exeat.web.admin;

import exeat.casework.state.Enactment;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.RulePair;
import exeat.desk.Office;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.Directive;
import exeat.rules.document.DirectiveRef;
import exeat.rules.prove.ProofReport;
import exeat.store.rows.EnactmentStore;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One directive of the office, with its versions, as administrators read it. */
final class RegisteredDirective {

    private static final int HASH = 12;
    private static final String OFFICER = "officer/";

    private final Office office;
    private final DirectiveRegister register;
    private final Directive directive;
    private final AdminTexts terms;
    private final PageTexts words;
    private final VersionHistory tenure;

    RegisteredDirective(Office office, Directive directive, AdminTexts terms, PageTexts words) {
        this.office = office;
        this.register = office.register();
        this.directive = directive;
        this.terms = terms;
        this.words = words;
        this.tenure = register.tenure(directive.ref().id());
    }

    /** A version with the beginning of its hash, in a sentence. */
    static String name(String key, DirectiveRef ref, PageTexts words) {
        return words.say(key, ref.id(), ref.version(), ref.hash().substring(0, HASH));
    }

    /** The address at which everybody can read what is proved about a directive. */
    static String proof(DirectiveRef ref) {
        return "/directives/" + ref.id() + "/proof/" + ref.hash();
    }

    /** The version that is in force, or none. */
    String version() {
        return inForce().map(one -> one.ref().version()).orElse(words.say("directives.none"));
    }

    /** Since when it is. */
    String since() {
        return inForce().map(one -> terms.time(one.at())).orElse("–");
    }

    String issuer() {
        return terms.unit(directive.authorities().root().id());
    }

    private Optional<VersionHistory.Version> inForce() {
        return register.standing(directive).decides() ? put(directive.ref()) : Optional.empty();
    }

    /** When a version was put in force last; empty if it never was. */
    private Optional<VersionHistory.Version> put(DirectiveRef ref) {
        return tenure.versions().reversed().stream()
                .filter(one -> one.ref().equals(ref))
                .findFirst();
    }

    /**
     * Its versions, layers and signatures.
     *
     * @param steps what its issuer did with it
     * @param names of officers, by id
     */
    void addTo(Page sheet, List<EnactmentStore.Step> steps, Map<String, String> names) {
        var signed =
                register.signatures(directive.ref().id()).stream()
                        .collect(Collectors.groupingBy(DirectiveRegister.Signature::pair));
        sheet.add(new SummaryList(summary(steps, names)))
                .add(new Heading(2, words.say("enact.versions"), "versions"))
                .add(versions(signed));
        layers(sheet);
        signers(sheet, signed);
        history(sheet, steps, names);
        sheet.add(new Heading(2, words.say("directives.where"), "where"))
                .add(
                        new SummaryList(
                                List.of(
                                        SummaryRow.of(
                                                words.say("directives.where.sign"),
                                                words.say("directives.where.sign.who")),
                                        SummaryRow.of(
                                                words.say("directives.where.change"),
                                                words.say("directives.where.change.who")),
                                        RegisterPages.shell(
                                                words,
                                                "directives.shell.compare",
                                                "compare OLD NEW"),
                                        RegisterPages.shell(
                                                words,
                                                "directives.shell.impact",
                                                "directive impact "
                                                        + directive.ref().id()
                                                        + " VERSION"))));
    }

    private List<SummaryRow> summary(List<EnactmentStore.Step> steps, Map<String, String> names) {
        var rows = new ArrayList<SummaryRow>();
        var title = new PackTexts(directive, words).title();
        rows.add(new SummaryRow(words.say("admin.directive"), List.of(title), List.of()));
        rows.add(SummaryRow.of(words.say("admin.standing"), terms.standing(directive).text()));
        rows.add(SummaryRow.of(words.say("directives.version"), version()));
        inForce()
                .ifPresent(one ->
                        rows.add(
                                SummaryRow.of(
                                        words.say("directives.since"),
                                        by(steps, names, one.at()))));
        rows.add(SummaryRow.of(words.say("directives.issuer"), issuer()));
        return rows;
    }

    /** When something was put in force, and by whom. */
    private List<String> by(
            List<EnactmentStore.Step> steps, Map<String, String> names, Instant at) {
        return Stream.concat(
                        Stream.of(terms.time(at)),
                        steps.stream()
                                .filter(step -> step.type().equals("version-in-force"))
                                .filter(step -> step.at().equals(at))
                                .map(step -> who(step, names)))
                .toList();
    }

    private static String who(EnactmentStore.Step step, Map<String, String> names) {
        var id = step.actor().startsWith(OFFICER) ? step.actor().substring(OFFICER.length()) : "";
        return Optional.ofNullable(names.get(id)).orElse(step.actor());
    }

    private List<Directive> stored() {
        return register.directives().stream()
                .filter(ref -> ref.id().equals(directive.ref().id()))
                .map(register::directive)
                .toList();
    }

    private DataTable versions(Map<String, List<DirectiveRegister.Signature>> signed) {
        return table(
                "enact.versions",
                List.of(
                        "enact.version",
                        "office.hash",
                        "enact.days",
                        "enact.state",
                        "directives.signed",
                        "directives.proved"),
                stored().stream().map(version -> row(version, signed)).toList());
    }

    private DataTable table(String caption, List<String> heads, List<List<TableCell>> rows) {
        return new DataTable(
                        words.say(caption),
                        heads.stream().map(head -> ColumnHeader.of(words.say(head))).toList(),
                        rows)
                .underHeading()
                .stackedWhereNarrow();
    }

    private List<TableCell> row(
            Directive version, Map<String, List<DirectiveRegister.Signature>> signed) {
        var pairs = RulePair.of(version);
        long whole =
                pairs.stream()
                        .filter(pair ->
                                signed.getOrDefault(pair.hash(), List.of()).size()
                                        >= Enactment.SIGNATURES)
                        .count();
        return List.of(
                TableCell.of(version.ref().version()).asHead(),
                TableCell.of(version.ref().hash().substring(0, HASH)),
                TableCell.of(days(version)),
                TableCell.of(state(version)),
                TableCell.of(words.say("directives.signed.of", whole, pairs.size())),
                TableCell.link(proved(version), proof(version.ref())));
    }

    private String days(Directive version) {
        var days =
                Stream.of(
                                version.inForce()
                                        .from()
                                        .map(day -> words.say("enact.days.from", words.day(day))),
                                version.inForce()
                                        .until()
                                        .map(day -> words.say("enact.days.until", words.day(day))))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
        return days.isEmpty() ? words.say("enact.days.always") : days;
    }

    /**
     * The state of a version: in force, put in force for later or before, or only stored; and when
     * it was put in force.
     */
    private String state(Directive version) {
        var put = put(version.ref());
        if (put.isEmpty()) {
            return words.say("enact.state.stored");
        }
        var today = office.unitAdministration().today();
        if (put.get().days().from().filter(day -> day.isAfter(today)).isPresent()) {
            return words.say("directives.state.coming", terms.time(put.get().at()));
        }
        boolean decides =
                version.ref().equals(directive.ref()) && register.standing(version).decides();
        return decides
                ? words.say("enact.state.today")
                : words.say("directives.state.put", terms.time(put.get().at()));
    }

    /** Proving takes seconds, so what nobody has looked at since the start is left to its page. */
    private String proved(Directive version) {
        return register.knownProofs(version.ref())
                .map(this::verdict)
                .orElse(words.say("directives.proof.see"));
    }

    private String verdict(ProofReport report) {
        return words.say(
                !report.proved()
                        ? "directives.proof.failed"
                        : report.isConditional()
                                ? "directives.proof.conditional"
                                : "directives.proof.proved");
    }

    /** The directives above, the nearest first, and those below that extend it. */
    private void layers(Page sheet) {
        var above = new ArrayList<Directive>();
        for (var at = directive.parent(); at.isPresent(); at = at.get().parent()) {
            above.add(at.get());
        }
        var below =
                register.directives().stream()
                        .map(DirectiveRef::id)
                        .distinct()
                        .flatMap(id -> register.directive(id).stream())
                        .filter(this::isBelow)
                        .toList();
        sheet.add(new Heading(2, words.say("directives.layers"), "layers"));
        if (above.isEmpty() && below.isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("directives.layers.none"))));
        }
        layer(sheet, "directives.above", above);
        layer(sheet, "directives.below", below);
        if (!register.layers().above(directive).unproved().isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("enact.layers.not-proved"))));
        }
    }

    private boolean isBelow(Directive other) {
        return other.parent()
                .filter(parent -> parent.ref().id().equals(directive.ref().id()) || isBelow(parent))
                .isPresent();
    }

    private void layer(Page sheet, String key, List<Directive> all) {
        if (!all.isEmpty()) {
            sheet.add(new Heading(3, words.say(key), ""))
                    .add(new LinkList(all.stream().map(this::link).toList()));
        }
    }

    private Link link(Directive one) {
        var id = one.ref().id();
        var standing =
                register.directive(id)
                        .map(today -> terms.standing(today).text())
                        .orElse(words.say("directives.not-here"));
        return new Link(
                words.say("directives.layer", id, one.ref().version(), standing),
                RegisterPages.HOME + "/" + id);
    }

    private void signers(Page sheet, Map<String, List<DirectiveRegister.Signature>> signed) {
        sheet.add(new Heading(2, words.say("directives.signers"), "signers"));
        var by = new TreeMap<String, List<DirectiveRegister.Signature>>();
        RulePair.of(directive).stream()
                .flatMap(pair -> signed.getOrDefault(pair.hash(), List.of()).stream())
                .forEach(one -> by.computeIfAbsent(one.name(), _ -> new ArrayList<>()).add(one));
        sheet.add(
                by.isEmpty()
                        ? new Paragraphs(List.of(words.say("directives.signers.none")))
                        : table(
                                "directives.signers",
                                List.of(
                                        "accounts.name",
                                        "directives.signers.rules",
                                        "directives.last"),
                                by.entrySet().stream()
                                        .map(one ->
                                                List.of(
                                                        TableCell.of(one.getKey()).asHead(),
                                                        TableCell.of(
                                                                words.number(
                                                                        one.getValue().size())),
                                                        TableCell.of(last(one.getValue()))))
                                        .toList()));
    }

    private String last(Collection<DirectiveRegister.Signature> given) {
        return given.stream()
                .map(DirectiveRegister.Signature::at)
                .max(Instant::compareTo)
                .map(terms::time)
                .orElse("");
    }

    private void history(Page sheet, List<EnactmentStore.Step> steps, Map<String, String> names) {
        sheet.add(new Heading(2, words.say("directives.history"), "history"));
        sheet.add(
                steps.isEmpty()
                        ? new Paragraphs(List.of(words.say("directives.history.none")))
                        : table(
                                "directives.history",
                                List.of("account.what", "audit.by", "audit.when"),
                                steps.reversed().stream()
                                        .map(step ->
                                                List.of(
                                                        TableCell.of(
                                                                        words.say(
                                                                                "directives.step."
                                                                                        + step
                                                                                                .type()))
                                                                .asHead(),
                                                        TableCell.of(who(step, names)),
                                                        TableCell.of(terms.time(step.at()))))
                                        .toList()));
    }
}
