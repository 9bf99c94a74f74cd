package exeat.web.kit;

import exeat.web.component.form.AreaField;
import exeat.web.component.form.ChoiceField;
import exeat.web.component.form.DateField;
import exeat.web.component.form.DatePart;
import exeat.web.component.form.Field;
import exeat.web.component.form.FileField;
import exeat.web.component.form.Form;
import exeat.web.component.form.FormHead;
import exeat.web.component.form.Hidden;
import exeat.web.component.form.InputField;
import exeat.web.component.Link;
import exeat.web.component.form.Option;
import exeat.web.component.form.OptionGroup;
import exeat.web.component.Prose;
import exeat.web.component.form.SelectField;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form in the making, with what was typed and what was wrong with it. */
public final class FormBuilder {

    private final Visit visit;
    private final Words words;
    private final Posted values;
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final List<RawString> fields = new ArrayList<>();
    private final Map<String, String> anchors = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private String headline = "";
    private String key = Tokens.fresh();
    private boolean file;

    /**
     * Begins a form.
     *
     * @param wrong a message for each field that was wrong, by its name
     */
    public FormBuilder(Visit visit, Posted values, Map<String, String> wrong) {
        this.visit = visit;
        this.words = visit.words();
        this.values = values;
        this.wrong.putAll(wrong);
    }

    /** The field with this name has the page's heading as its label. */
    public FormBuilder headline(String name) {
        headline = name;
        return this;
    }

    public FormBuilder text(String name, String label, String hint) {
        return input(name, label, hint, "text", "");
    }

    public FormBuilder password(String name, String label, String hint) {
        return put(
                name,
                new InputField(field(name, label, hint, ""), "password", "", "current-password"));
    }

    /** A code that holds once; it is not written back. */
    public FormBuilder oneTimeCode(String name, String label, String hint) {
        return put(name, new InputField(field(name, label, hint, ""), "text", "", "one-time-code"));
    }

    /** One that is not known yet: a password manager offers to make it. */
    public FormBuilder newPassword(String name, String label, String hint) {
        return put(
                name, new InputField(field(name, label, hint, ""), "password", "", "new-password"));
    }

    public FormBuilder input(String name, String label, String hint, String type, String width) {
        return put(
                name,
                new InputField(field(name, label, hint, values.one(name)), type, width, "off"));
    }

    public FormBuilder area(String name, String label, String hint) {
        return put(name, new AreaField(field(name, label, hint, values.one(name)), 5));
    }

    public FormBuilder date(String name, String label, String hint) {
        var parts = List.of(part(name, "day", 2), part(name, "month", 2), part(name, "year", 4));
        anchors.put(name, name + "-day");
        return put(name, new DateField(field(name, label, hint, ""), parts));
    }

    private DatePart part(String name, String part, int width) {
        var id = name + "-" + part;
        return new DatePart(id, words.say("date." + part), values.one(id), width);
    }

    public FormBuilder radios(String name, String label, String hint, List<Option> options) {
        return put(
                name, new ChoiceField(field(name, label, hint, ""), chosen(name, options), false));
    }

    public FormBuilder checks(String name, String label, String hint, List<Option> options) {
        return put(
                name, new ChoiceField(field(name, label, hint, ""), chosen(name, options), true));
    }

    public FormBuilder select(String name, String label, String hint, List<Option> options) {
        return groups(name, label, hint, List.of(new OptionGroup("", options)));
    }

    public FormBuilder groups(String name, String label, String hint, List<OptionGroup> groups) {
        var marked =
                groups.stream()
                        .map(group -> new OptionGroup(group.label(), chosen(name, group.options())))
                        .toList();
        return put(name, new SelectField(field(name, label, hint, ""), marked));
    }

    /** What was chosen before is chosen again. */
    private List<Option> chosen(String name, List<Option> options) {
        var before = values.all(name);
        return before.isEmpty()
                ? options
                : options.stream()
                        .map(o ->
                                new Option(
                                        o.value(), o.label(), o.hint(), before.contains(o.value())))
                        .toList();
    }

    public FormBuilder file(String name, String label, String hint, String accept) {
        file = true;
        return put(name, new FileField(field(name, label, hint, ""), accept));
    }

    /** The key of a form that was sent before, and is sent again. */
    FormBuilder key(String before) {
        key = before;
        return this;
    }

    /** What whoever fills it in has seen of the case; one that comes back keeps what it had. */
    public FormBuilder seen(long version) {
        return hidden(Posted.SEEN, Long.toString(values.seen().orElse(version)));
    }

    /** Carried along; nobody sees it. */
    public FormBuilder hidden(String name, String value) {
        return add(new Hidden(name, value));
    }

    public FormBuilder prose(String... paragraphs) {
        return add(new Prose(List.of(paragraphs)));
    }

    public FormBuilder add(TemplateInstance piece) {
        fields.add(Sheet.raw(piece));
        return this;
    }

    /** The errors, in the order of the fields, each with a link to its field. */
    public List<Link> errors() {
        var links = new ArrayList<Link>();
        anchors.forEach((name, id) ->
                Optional.ofNullable(wrong.get(name))
                        .ifPresent(text -> links.add(new Link(named(name, text), "#" + id))));
        wrong.forEach((name, text) -> {
            if (!anchors.containsKey(name)) {
                links.add(new Link(text, ""));
            }
        });
        return links;
    }

    /** Where a page has more than one field, the summary says which is meant. */
    private String named(String name, String text) {
        var label = labels.getOrDefault(name, "");
        return anchors.size() < 2 || label.isEmpty() || name.equals(headline)
                ? text
                : label + (label.matches(".*[?？]") ? " " : ": ") + text;
    }

    public Form to(String action, String button) {
        return make(action, button, "");
    }

    /** A form whose button is not the way on. */
    public Form aside(String action, String button) {
        return make(action, button, "secondary");
    }

    /** A form whose button ends something. */
    public Form ending(String action, String button) {
        return make(action, button, "warning");
    }

    /** A form with other ways out of it, each of which takes along what was typed. */
    public Form withWays(String id, String action, String button, List<Option> ways) {
        return new Form(
                new FormHead(id, action, visit.csrf(), key, button, "", file, ways), fields);
    }

    private Form make(String action, String button, String look) {
        return new Form(
                new FormHead("", action, visit.csrf(), key, button, look, file, List.of()), fields);
    }

    private Field field(String name, String label, String hint, String value) {
        labels.put(name, label);
        return new Field(
                name, label, hint, value, wrong.getOrDefault(name, ""), name.equals(headline));
    }

    public boolean hasHeadline() {
        return !headline.isEmpty();
    }

    private FormBuilder put(String name, TemplateInstance piece) {
        anchors.putIfAbsent(name, name);
        return add(piece);
    }
}
