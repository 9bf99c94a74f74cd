package exeat.rules;

import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.ReportSchedule;
import exeat.rules.authority.Role;
import exeat.rules.authority.ServiceWay;
import exeat.rules.authority.TimeLimits;
import exeat.rules.authority.UnitFunction;
import exeat.rules.authority.UpwardReporting;
import exeat.rules.authority.WorkCalendar;
import exeat.rules.canonical.CanonicalForm;
import exeat.rules.canonical.FormDecision;
import exeat.rules.canonical.FormDecision.Citation;
import exeat.rules.canonical.FormDecision.Policy;
import exeat.rules.canonical.FormFact;
import exeat.rules.canonical.FormLink;
import exeat.rules.canonical.FormOffice;
import exeat.rules.canonical.FormOutput;
import exeat.rules.canonical.FormPurpose;
import exeat.rules.canonical.FormRules;
import exeat.rules.canonical.FormTest;
import exeat.rules.canonical.FormTime;
import exeat.rules.canonical.FormValue;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.RuleRanks;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.document.FeeTerms;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purposes;
import exeat.rules.pack.PackRecord;
import exeat.rules.pack.RuleExceptions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds the canonical form of a pack. */
final class CanonicalFormBuilder {

    private CanonicalFormBuilder() {}

    /** What a pack that was read decides, asks and counts by. */
    static CanonicalForm form(Directive.Source directive) {
        var pack = directive.pack();
        return new CanonicalForm(
                new CanonicalForm.Identity(
                        directive.ref().id(),
                        directive.ref().version(),
                        pack.inForce().from(),
                        pack.inForce().until(),
                        pack.model()),
                directive
                        .parent()
                        .map(above ->
                                new CanonicalForm.Parent(
                                        above.ref().id(), above.ref().version(), above.formHash())),
                directive.vocabulary().zone().getId(),
                purposes(directive.purposes()),
                rules(directive.draft()),
                paragraphs(pack),
                weigh(directive),
                directive.fees().map(CanonicalFormBuilder::fees),
                List.copyOf(pack.carries()),
                office(directive),
                time(directive.limits(), directive.upward()),
                words(directive, pack));
    }

    private static List<CanonicalForm.Weigh> weigh(Directive.Source directive) {
        return directive.weigh().stream()
                .map(point -> new CanonicalForm.Weigh(point.id(), point.paragraph()))
                .toList();
    }

    private static CanonicalForm.Fees fees(FeeTerms terms) {
        return new CanonicalForm.Fees(
                terms.currency().getCurrencyCode(),
                terms.paragraph(),
                terms.before().map(FeeTerms.Step::stored));
    }

    private static List<FormPurpose> purposes(Purposes purposes) {
        return purposes.meanings().entrySet().stream()
                .map(one ->
                        new FormPurpose(
                                one.getKey().word(),
                                one.getValue().givesUp().stream().map(Consequence::word).toList(),
                                one.getValue().roundTrip()))
                .toList();
    }

    /** The deciding rules of a pack that is provable throughout, whether or not it is sound. */
    static FormRules rules(ParsedPack pack) {
        var decisions = new ArrayList<FormDecision>();
        for (var name : FormRules.ORDER) {
            pack.model().tables().stream()
                    .filter(table -> table.name().equals(name))
                    .forEach(table -> decisions.add(decision(table, pack.pack())));
        }
        return new FormRules(
                pack.vocabulary().facts().stream().map(CanonicalFormBuilder::fact).toList(),
                pack.links().stream().map(CanonicalFormBuilder::link).toList(),
                pack.vocabulary().outputs().stream().map(CanonicalFormBuilder::output).toList(),
                decisions);
    }

    private static FormFact fact(FactDefinition fact) {
        return new FormFact(
                fact.name().text(),
                FormFact.Type.valueOf(fact.type().name()),
                fact.values(),
                fact.optional(),
                fact.isProtected(),
                fact.shielded().stream().map(CanonicalFormBuilder::value).toList(),
                word(fact.source()),
                word(fact.use()),
                fact.scale(),
                fact.evidence(),
                inquiry(fact.inquiry()));
    }

    private static FormFact.Inquiry inquiry(FactDefinition.Inquiry inquiry) {
        var weights =
                inquiry.weights().entrySet().stream()
                        .sorted(Comparator.comparing(one -> ValueText.of(one.getKey())))
                        .map(one -> new FormFact.Weight(value(one.getKey()), one.getValue()))
                        .toList();
        return new FormFact.Inquiry(inquiry.changeable(), weights);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static FormOutput output(DeclaredOutput output) {
        return new FormOutput(
                output.name(),
                output.better().stored(),
                output.bestFirst(),
                output.without().map(CanonicalFormBuilder::value).orElse(FormValue.ABSENT));
    }

    private static FormLink link(FactLink link) {
        return switch (link) {
            case FactLink.Implication implication ->
                    new FormLink.Implication(
                            implication.because(),
                            tests(implication.when()),
                            tests(implication.then()));
            case FactLink.Order order ->
                    new FormLink.Ordered(
                            order.because(),
                            order.left().text(),
                            order(order.comparison()),
                            order.right().text());
        };
    }

    private static Map<String, FormTest> tests(Map<FactName, UnaryTest> tests) {
        var all = new HashMap<String, FormTest>();
        tests.forEach((fact, test) -> all.put(fact.text(), test(test)));
        return all;
    }

    private static FormDecision decision(DecisionTable table, PackRecord record) {
        var ranks = RuleRanks.of(table);
        var rules = new ArrayList<FormDecision.Rule>();
        for (int at = 0; at < table.rules().size(); at++) {
            rules.add(rule(table, at, ranks.get(at), record));
        }
        return new FormDecision(table.name(), policy(table.hitPolicy()), rules);
    }

    private static FormDecision.Rule rule(
            DecisionTable table, int place, int rank, PackRecord record) {
        var rule = table.rules().get(place);
        var when = new HashMap<String, FormTest>();
        for (int at = 0; at < table.inputs().size(); at++) {
            var test = rule.conditions().get(at).meaning();
            if (!(test instanceof UnaryTest.Any)) {
                when.put(table.inputs().get(at).expression(), test(test));
            }
        }
        var gives = new HashMap<String, FormValue>();
        for (int at = 0; at < table.outputs().size(); at++) {
            gives.put(table.outputs().get(at).name(), value(rule.outputs().get(at).meaning()));
        }
        var instrument = table.annotation(rule, "instrument");
        var citation =
                new Citation(
                        table.annotation(rule, "paragraph"),
                        instrument,
                        instrument
                                .map(id -> record.instruments().getOrDefault(id, false))
                                .orElse(true),
                        table.annotation(rule, "basis").equals(Optional.of("assumed")));
        return new FormDecision.Rule(
                rule.id(), when, gives, rank, citation, RuleExceptions.of(table, rule));
    }

    private static Policy policy(HitPolicy policy) {
        return switch (policy) {
            case HitPolicy.Single single ->
                    switch (single) {
                        case UNIQUE -> Policy.UNIQUE;
                        case ANY -> Policy.ANY;
                        case FIRST -> Policy.FIRST;
                        case PRIORITY -> Policy.PRIORITY;
                    };
            case HitPolicy.Multiple multiple ->
                    switch (multiple) {
                        case RULE_ORDER -> Policy.RULE_ORDER;
                        case OUTPUT_ORDER -> Policy.OUTPUT_ORDER;
                    };
            case HitPolicy.Collect collect -> Policy.COLLECT;
        };
    }

    private static FormTest test(UnaryTest test) {
        return switch (test) {
            case UnaryTest.Any any -> new FormTest.Anything();
            case UnaryTest.Equal equal -> new FormTest.Is(value(equal.literal()));
            case UnaryTest.Ordered ordered ->
                    new FormTest.Compared(order(ordered.comparison()), value(ordered.literal()));
            case UnaryTest.Interval interval ->
                    new FormTest.Between(
                            value(interval.low()),
                            interval.withLow(),
                            value(interval.high()),
                            interval.withHigh());
            case UnaryTest.OneOf oneOf ->
                    new FormTest.AnyOf(
                            oneOf.tests().stream().map(CanonicalFormBuilder::test).toList());
            case UnaryTest.Not not -> new FormTest.Not(test(not.test()));
        };
    }

    private static FormTest.Order order(UnaryTest.Comparison comparison) {
        return switch (comparison) {
            case LESS -> FormTest.Order.LESS;
            case AT_MOST -> FormTest.Order.AT_MOST;
            case MORE -> FormTest.Order.MORE;
            case AT_LEAST -> FormTest.Order.AT_LEAST;
        };
    }

    private static FormValue value(Literal literal) {
        return literal.equals(Conditions.WITHHELD)
                ? FormValue.WITHHELD
                : value(Conditions.value(literal));
    }

    static FormValue value(Value value) {
        return switch (value) {
            case Value.Text text -> new FormValue.Text(text.text());
            case Value.Quantity quantity -> new FormValue.Numeral(quantity.number());
            case Value.Truth truth -> new FormValue.Truth(truth.truth());
            case Value.Day day -> new FormValue.Day(day.date());
            case Value.Absent absent -> FormValue.ABSENT;
            case Value.Withheld withheld -> FormValue.WITHHELD;
        };
    }

    private static List<CanonicalForm.Paragraph> paragraphs(PackRecord pack) {
        return pack.record().paragraphs().stream()
                .map(one ->
                        new CanonicalForm.Paragraph(
                                one.number(),
                                one.binding(),
                                one.revealsProtected(),
                                Optional.ofNullable(pack.notExecutable().get(one.number()))))
                .toList();
    }

    private static FormOffice office(Directive.Source directive) {
        var functions = new HashMap<String, List<String>>();
        directive
                .division()
                .roles()
                .forEach((function, roles) ->
                        functions.put(function.word(), roles.stream().map(Role::word).toList()));
        return new FormOffice(
                functions,
                directive.division().crossing().stream().map(UnitFunction::word).toList(),
                units(directive.authorities()));
    }

    private static List<FormOffice.Unit> units(AuthorityTree tree) {
        return tree.all().stream()
                .map(unit ->
                        new FormOffice.Unit(
                                unit.id().text(),
                                unit.parent().map(Object::toString),
                                unit.function().word(),
                                unit.place().text(),
                                unit.addressee(),
                                unit.borderPost()))
                .toList();
    }

    private static FormTime time(TimeLimits limits, UpwardReporting upward) {
        var calendars = new HashMap<String, FormTime.Calendar>();
        limits.calendars().forEach(one -> calendars.put(one.id(), calendar(one)));
        var of = new HashMap<String, String>();
        limits.of().forEach((unit, calendar) -> of.put(unit.text(), calendar.id()));
        return new FormTime(
                calendars,
                of,
                limits.clearances().word(),
                limits.decisions().word(),
                limits.answerDays(),
                limits.warnPercent(),
                limits.order().stream()
                        .map(rule -> new FormTime.Sooner(rule.kind().word(), rule.days()))
                        .toList(),
                upward.reports().map(CanonicalFormBuilder::reports),
                upward.issues().map(level -> new FormTime.Days(level.days(), level.count().word())),
                limits.newSecretDays(),
                limits.service().ways().stream().map(ServiceWay::stored).toList(),
                limits.service().appealDays(),
                limits.service().hearingDays());
    }

    private static FormTime.Reports reports(ReportSchedule schedule) {
        return new FormTime.Reports(
                schedule.first(),
                schedule.every(),
                List.copyOf(schedule.on()),
                schedule.chase(),
                schedule.count().word());
    }

    private static FormTime.Calendar calendar(WorkCalendar calendar) {
        var everyYear = new ArrayList<MonthDay>();
        var once = new ArrayList<LocalDate>();
        for (var holiday : calendar.holidays()) {
            holiday.every().ifPresent(everyYear::add);
            holiday.once().ifPresent(once::add);
        }
        return new FormTime.Calendar(
                List.copyOf(calendar.week()), everyYear, once, List.copyOf(calendar.worked()));
    }

    private static Map<String, Map<String, String>> words(
            Directive.Source directive, PackRecord pack) {
        var words = new TreeMap<String, Map<String, String>>();
        var messages = directive.messages();
        for (var language : messages.languages()) {
            var hashes = new TreeMap<String, String>();
            messages.in(language).forEach((key, text) -> hashes.put(key, hash(text)));
            words.put(language, hashes);
        }
        var english = new TreeMap<>(words.getOrDefault("en", Map.of()));
        record(pack).forEach((key, text) -> english.put("record." + key, hash(text)));
        directive
                .authorities()
                .all()
                .forEach(unit -> english.putIfAbsent("authority." + unit.id(), hash(unit.name())));
        // Texts for all languages are hashed once, since people read them like any other text.
        directive.directory().plain().forEach((key, text) -> english.put(key, hash(text)));
        words.put("en", english);
        return words;
    }

    /** What the record says in words, by a key of each. */
    private static Map<String, String> record(PackRecord pack) {
        var record = pack.record();
        var words = new TreeMap<String, String>();
        words.put("title", record.title());
        words.put("date", record.date().toString());
        words.put("issuer", record.issuer());
        number("addressee.", record.addressees(), words);
        words.put("citation", record.citation());
        words.put("summary", record.summary());
        words.put("credits", record.credits());
        words.put("original-language", record.originalLanguage());
        number("editorial.", record.editorial(), words);
        record.paragraphs().forEach(one -> words.put("paragraph." + one.number(), one.gist()));
        record.marks().forEach(mark -> words.put("mark." + mark.place(), mark.sign()));
        return words;
    }

    private static void number(String key, List<String> texts, Map<String, String> words) {
        for (int at = 0; at < texts.size(); at++) {
            words.put(key + (at + 1), texts.get(at));
        }
    }

    private static String hash(String text) {
        return CanonicalForm.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
