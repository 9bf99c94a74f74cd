package exeat.rules.canonical;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A form as objects, lists, texts and truths, by the names that docs/canonical-form.md gives. */
final class FormJson {

    private FormJson() {}

    static Map<String, Object> of(CanonicalForm form) {
        var json = object("format", CanonicalForm.FORMAT);
        json.put("directive", identity(form.identity()));
        form.parent()
                .ifPresent(parent ->
                        json.put(
                                "extends",
                                object(
                                        "id", parent.id(),
                                        "version", parent.version(),
                                        "hash", parent.hash())));
        json.put("zone", form.zone());
        json.put("purposes", each(form.purposes(), FormJson::purpose));
        json.put("facts", each(form.rules().facts(), FormJson::fact));
        json.put("links", each(form.rules().links(), FormJson::link));
        // Left out where there are none, so that older packs keep their hash.
        if (!form.rules().outputs().isEmpty()) {
            json.put("outputs", each(form.rules().outputs(), FormJson::output));
        }
        json.put("decisions", each(form.rules().decisions(), FormJson::decision));
        json.put("paragraphs", each(form.paragraphs(), FormJson::paragraph));
        if (!form.weigh().isEmpty()) {
            json.put("weigh", each(form.weigh(), FormJson::weigh));
        }
        put(json, "fees", form.fees().map(FormJson::fees));
        json.put("carries", each(form.carries(), number -> Integer.toString(number)));
        json.put("functions", form.office().functions());
        json.put("crossing", form.office().crossing());
        json.put("units", each(form.office().units(), FormJson::unit));
        json.put("time", time(form.time()));
        json.put("words", form.words());
        return json;
    }

    private static Object identity(CanonicalForm.Identity identity) {
        var json = object("id", identity.id(), "version", identity.version());
        put(json, "from", identity.from().map(Object::toString));
        put(json, "until", identity.until().map(Object::toString));
        json.put("model", identity.model());
        return json;
    }

    private static Object weigh(CanonicalForm.Weigh point) {
        return object("id", point.id(), "paragraph", point.paragraph());
    }

    private static Object fees(CanonicalForm.Fees fees) {
        var json = object("currency", fees.currency(), "paragraph", fees.paragraph());
        put(json, "before", fees.before());
        return json;
    }

    private static Object purpose(FormPurpose purpose) {
        return object(
                "id", purpose.id(),
                "gives up", purpose.givesUp(),
                "round trip", purpose.roundTrip());
    }

    private static Object fact(FormFact fact) {
        var json =
                object(
                        "name", fact.name(),
                        "type", fact.type().word(),
                        "values", fact.values(),
                        "optional", fact.optional(),
                        "protected", fact.isProtected());
        json.put("shielded", each(fact.shielded(), FormJson::value));
        json.put("source", fact.source());
        json.put("use", fact.use());
        if (fact.type() == FormFact.Type.NUMBER) {
            json.put("scale", Integer.toString(fact.scale()));
        }
        put(json, "evidence", fact.evidence());
        json.put("changeable", fact.inquiry().changeable());
        json.put(
                "weights",
                each(
                        fact.inquiry().weights(),
                        one ->
                                object(
                                        "value", value(one.value()),
                                        "weight", value(new FormValue.Numeral(one.weight())))));
        return json;
    }

    private static Object link(FormLink link) {
        return switch (link) {
            case FormLink.Implication implication ->
                    object(
                            "because", implication.because(),
                            "when", tests(implication.when()),
                            "then", tests(implication.then()));
            case FormLink.Ordered ordered ->
                    object(
                            "because", ordered.because(),
                            "left", ordered.left(),
                            "is", ordered.order().sign(),
                            "right", ordered.right());
        };
    }

    private static Object output(FormOutput output) {
        var json = object("name", output.name(), "better", output.better());
        if (!output.bestFirst().isEmpty()) {
            json.put("best first", output.bestFirst());
        }
        json.put("without", value(output.without()));
        return json;
    }

    private static Object decision(FormDecision decision) {
        return object(
                "name", decision.name(),
                "policy", decision.policy().word(),
                "rules", each(decision.rules(), FormJson::rule));
    }

    private static Object rule(FormDecision.Rule rule) {
        var json =
                object(
                        "id", rule.id(),
                        "when", tests(rule.when()),
                        "gives", by(rule.gives(), FormJson::value),
                        "rank", Integer.toString(rule.rank()));
        var citation = rule.citation();
        put(json, "paragraph", citation.paragraph());
        put(json, "instrument", citation.instrument());
        json.put("held", citation.held());
        json.put("assumed", citation.assumed());
        json.put("exception to", rule.exceptionTo());
        return json;
    }

    private static Object tests(Map<String, FormTest> tests) {
        return by(tests, FormJson::test);
    }

    private static Object test(FormTest test) {
        return switch (test) {
            case FormTest.Is is -> object("is", value(is.value()));
            case FormTest.Compared compared ->
                    object(compared.order().sign(), value(compared.with()));
            case FormTest.Between between ->
                    object(
                            between.withLow() ? "from" : "above", value(between.low()),
                            between.withHigh() ? "to" : "below", value(between.high()));
            case FormTest.AnyOf anyOf -> object("any of", each(anyOf.tests(), FormJson::test));
            case FormTest.Not not -> object("not", test(not.test()));
            case FormTest.Anything anything -> "anything";
        };
    }

    private static Object value(FormValue value) {
        return switch (value) {
            case FormValue.Text text -> object("text", text.text());
            case FormValue.Numeral number -> object("number", number.number().toPlainString());
            case FormValue.Truth truth -> truth.truth();
            case FormValue.Day day -> object("day", day.date().toString());
            case FormValue.Absent absent -> "absent";
            case FormValue.Withheld withheld -> "withheld";
        };
    }

    private static Object paragraph(CanonicalForm.Paragraph paragraph) {
        var json =
                object(
                        "number", paragraph.number(),
                        "binding", paragraph.binding(),
                        "reveals protected", paragraph.revealsProtected());
        put(json, "not executable", paragraph.notExecutable());
        return json;
    }

    private static Object unit(FormOffice.Unit unit) {
        var json = object("id", unit.id(), "function", unit.function(), "place", unit.place());
        put(json, "parent", unit.parent());
        json.put("addressee", unit.addressee());
        json.put("border post", unit.borderPost());
        return json;
    }

    /** Left out, so that a form that says nothing of it stays what it was. */
    private static final int DEFAULT_NEW_SECRET_DAYS = 7;

    /** Likewise. */
    private static final List<String> DEFAULT_SERVICE = List.of("account", "counter");

    /** Likewise. */
    private static final int DEFAULT_HEARING_DAYS = 14;

    private static Object time(FormTime time) {
        var json = object("calendars", by(time.calendars(), FormJson::calendar));
        json.put("calendar of", time.calendarOf());
        json.put("clearances", time.clearances());
        json.put("decisions", time.decisions());
        json.put("answer days", Integer.toString(time.answerDays()));
        json.put("warn percent", Integer.toString(time.warnPercent()));
        json.put(
                "sooner",
                each(
                        time.sooner(),
                        one -> object("kind", one.kind(), "days", Integer.toString(one.days()))));
        put(json, "reports", time.reports().map(FormJson::reports));
        put(
                json,
                "issue level",
                time.issueLevel()
                        .map(level ->
                                object(
                                        "days", Integer.toString(level.days()),
                                        "count", level.count())));
        if (time.newSecretDays() != DEFAULT_NEW_SECRET_DAYS) {
            json.put("new secret days", Integer.toString(time.newSecretDays()));
        }
        if (!time.service().equals(DEFAULT_SERVICE)) {
            json.put("service", time.service());
        }
        put(json, "appeal days", time.appealDays().map(days -> Integer.toString(days)));
        if (time.hearingDays() != DEFAULT_HEARING_DAYS) {
            json.put("hearing days", Integer.toString(time.hearingDays()));
        }
        return json;
    }

    private static Object reports(FormTime.Reports reports) {
        return object(
                "first", Integer.toString(reports.first()),
                "every", Integer.toString(reports.every()),
                "on", each(reports.on(), Object::toString),
                "chase", Integer.toString(reports.chase()),
                "count", reports.count());
    }

    private static Object calendar(FormTime.Calendar calendar) {
        return object(
                "week", each(calendar.week(), Object::toString),
                "every year", each(calendar.everyYear(), Object::toString),
                "once", each(calendar.once(), Object::toString),
                "worked", each(calendar.worked(), Object::toString));
    }

    private static <T> List<Object> each(Collection<T> items, Function<T, Object> json) {
        return items.stream().map(json).toList();
    }

    private static <T> Map<String, Object> by(Map<String, T> items, Function<T, Object> json) {
        var all = new TreeMap<String, Object>();
        items.forEach((name, item) -> all.put(name, json.apply(item)));
        return all;
    }

    private static void put(Map<String, Object> json, String name, Optional<?> value) {
        value.ifPresent(present -> json.put(name, present));
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        var json = new LinkedHashMap<String, Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            json.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return json;
    }
}
