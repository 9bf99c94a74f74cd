package exeat.web.directive;

import exeat.casework.command.Actor;
import exeat.casework.state.Enactment;
import exeat.casework.value.RulePair;
import exeat.desk.Office;
import exeat.rules.fact.FactDefinition;
import exeat.rules.prove.Proof;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport;
import exeat.web.component.BulletList;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a version needs before it is in force: its obligations and its rules' signatures. */
final class EnactmentChecklist {

    private final PackTexts terms;
    private final PageTexts words;
    private final SignatureView signed;
    private final LayersView layers;
    private final ProofReport report;
    private final List<RulePair> pairs;

    /** Whether it is the version last put in force, so that doing it again has no effect. */
    private final boolean stands;

    /** Proves the version, which takes seconds the first time. */
    EnactmentChecklist(Office office, PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
        this.signed = new SignatureView(office, terms, words);
        this.layers = new LayersView(office, terms.directive(), words);
        this.report = office.register().proofs(terms.directive());
        this.pairs = signed.pairs();
        var tenure = office.register().tenure(terms.directive().ref().id());
        this.stands = tenure.stands(terms.directive().ref());
    }

    void addTo(Page sheet) {
        layers.addTo(sheet);
        sheet.add(new Heading(2, words.say("enact.proofs"), "proofs"));
        if (!words.english().isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("proof.english"))));
        }
        if (report.isConditional()) {
            sheet.add(
                    new InsetText(words.say("proof.proved-if")),
                    new BulletList(report.conditions()));
        }
        sheet.add(
                        new DataTable(
                                        words.say("enact.proofs"),
                                        List.of(
                                                ColumnHeader.of(words.say("enact.obligation")),
                                                ColumnHeader.of(words.say("enact.verdict")),
                                                ColumnHeader.of(words.say("enact.why"))),
                                        report.proofs().stream().map(this::proof).toList())
                                .underHeading())
                .add(new Heading(3, words.say("enact.proofs.rest"), ""))
                .add(
                        new BulletList(
                                Stream.concat(
                                                IntStream.range(0, ProofReport.RESTS_ON.size())
                                                        .mapToObj(at ->
                                                                words.say("proof.rests." + at)),
                                                report.isConditional()
                                                        ? Stream.empty()
                                                        : report.assumptions().stream())
                                        .toList()));
        signatures(sheet);
    }

    private List<TableCell> proof(Proof proof) {
        var obligation = proof.obligation();
        var why = proof.failures().stream().map(this::failure).collect(Collectors.joining(" "));
        var more = proof.more() > 0 ? " " + words.say("enact.more", proof.more()) : "";
        return List.of(
                TableCell.of(
                                obligation.number()
                                        + ". "
                                        + words.say("proof.obligation." + obligation))
                        .asHead(),
                TableCell.of(words.say("enact.verdict." + (isIf(proof) ? "if" : proof.verdict()))),
                TableCell.of(why + more));
    }

    /** Whether it is proved only on conditions; which proofs rest on the links is not recorded. */
    private boolean isIf(Proof proof) {
        return proof.verdict() == Verdict.PROVED
                && !(report.assumptions().isEmpty() && proof.conditions().isEmpty());
    }

    private String failure(Proof.Failure failure) {
        var people =
                failure.people().stream()
                        .map(person -> words.say("enact.person", facts(person)))
                        .collect(Collectors.joining(" "));
        return Stream.of(failure.says(), failure.region(), people)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private String facts(Proof.Person person) {
        var facts =
                terms.directive().vocabulary().facts().stream()
                        .filter(fact -> person.facts().values().containsKey(fact.name()))
                        .map(fact -> fact.name() + ": " + value(fact, person))
                        .collect(Collectors.joining(", "));
        return person.comesOut().isEmpty() ? facts : facts + " – " + person.comesOut();
    }

    private String value(FactDefinition fact, Proof.Person person) {
        return person.facts().value(fact.name()).map(v -> terms.value(fact, v)).orElse("");
    }

    private void signatures(Page sheet) {
        sheet.add(new Heading(2, words.say("signed.title"), "pairs"))
                .add(new Paragraphs(List.of(words.say("signed.what"), words.say("enact.stands"))))
                .add(new InsetText(stillOpen()))
                .add(signed.table());
        var rest = signed.besidesRules();
        if (!rest.isEmpty()) {
            sheet.add(new Paragraphs(List.of(rest)));
        }
    }

    private long unsigned() {
        return pairs.stream().filter(pair -> signed.of(pair).size() < Enactment.SIGNATURES).count();
    }

    private String stillOpen() {
        return unsigned() == 0
                ? words.say("enact.all-signed")
                : words.say("enact.still", unsigned(), pairs.size());
    }

    /** The actions that an officer of the issuer can take now. */
    void acts(Page sheet, Actor.Officer officer, RequestContext visit, String here) {
        if (officer.lawyer()) {
            signing(sheet, officer, visit, here);
        } else {
            sheet.add(new Paragraphs(List.of(words.say("enact.sign.not-you"))));
        }
        if (stands) {
            sheet.add(new InsetText(words.say("enact.put.already")));
        } else if (mayBeInForce() && !officer.lawyer()) {
            sheet.add(
                    new FormBuilder(visit, SubmittedForm.EMPTY, Map.of())
                            .to(here + "/put-in-force", words.say("enact.put")));
        } else {
            sheet.add(new InsetText(words.say("enact.put.not-yet")));
        }
    }

    private boolean mayBeInForce() {
        return report.proved() && unsigned() == 0 && layers.stands();
    }

    private String number(RulePair pair) {
        if (pair.statement().isPresent()) {
            return words.say("signed." + pair.number() + ".number");
        }
        return pair.paragraph().isPresent() ? pair.number() : words.say("signed.assumed");
    }

    private void signing(Page sheet, Actor.Officer officer, RequestContext visit, String here) {
        var mine =
                pairs.stream()
                        .filter(pair ->
                                signed.of(pair).stream()
                                        .noneMatch(s -> s.by().equals(officer.id())))
                        .toList();
        if (mine.isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("enact.sign.none"))));
            return;
        }
        var options =
                mine.stream()
                        .map(pair ->
                                new ChoiceOption(
                                        pair.hash(),
                                        number(pair) + " – " + pair.rule().id(),
                                        signed.paragraph(pair) + " | " + signed.rule(pair),
                                        false))
                        .toList();
        sheet.add(
                new FormBuilder(visit, SubmittedForm.EMPTY, Map.of())
                        .checks("pair", words.say("enact.sign.which"), "", options)
                        .to(here + "/sign", words.say("enact.sign")));
    }
}
