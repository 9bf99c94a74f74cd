package exeat.web.kit;

import exeat.web.component.Details;
import exeat.web.component.Link;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceField;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.form.ChoiceOptionGroup;
import exeat.web.component.form.DateInput;
import exeat.web.component.form.DatePart;
import exeat.web.component.form.FileUpload;
import exeat.web.component.form.FormField;
import exeat.web.component.form.FormHead;
import exeat.web.component.form.HiddenField;
import exeat.web.component.form.HtmlForm;
import exeat.web.component.form.Select;
import exeat.web.component.form.TextInput;
import exeat.web.component.form.Textarea;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds a form, with typed values and errors. */
public final class FormBuilder {

    private final RequestContext visit;
    private final PageTexts words;
    private final SubmittedForm values;
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final List<RawString> fields = new ArrayList<>();
    private final Map<String, String> anchors = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private String headline = "";
    private String key = SecureTokens.fresh();
    private boolean file;

    /**
     * Begins a form.
     *
     * @param wrong a message for each invalid field, by its name
     */
    public FormBuilder(RequestContext visit, SubmittedForm values, Map<String, String> wrong) {
        this.visit = visit;
        this.words = visit.words();
        this.values = values;
        this.wrong.putAll(wrong);
    }

    /** What was typed so far. */
    public SubmittedForm values() {
        return values;
    }

    /** Makes the label of the field with this name the page's heading. */
    public FormBuilder headline(String name) {
        headline = name;
        return this;
    }

    public FormBuilder text(String name, String label, String hint) {
        return input(name, label, hint, "text", "");
    }

    public FormBuilder password(String name, String label, String hint) {
        return secret(name, label, hint, "password", "current-password");
    }

    /** A field for a one-time code; its value is not filled in again. */
    public FormBuilder oneTimeCode(String name, String label, String hint) {
        return secret(name, label, hint, "text", "one-time-code");
    }

    /** A field for a new password, which a password manager offers to generate. */
    public FormBuilder newPassword(String name, String label, String hint) {
        return secret(name, label, hint, "password", "new-password");
    }

    /** Never filled in again, and its name is one that {@link SavedForm} never keeps. */
    private FormBuilder secret(String name, String label, String hint, String type, String fill) {
        if (!SavedForm.SECRETS.contains(name)) {
            throw new IllegalArgumentException("a secret field that would be kept: " + name);
        }
        return put(name, new TextInput(field(name, label, hint, ""), type, "", fill));
    }

    public FormBuilder input(String name, String label, String hint, String type, String width) {
        return put(
                name,
                new TextInput(field(name, label, hint, values.value(name)), type, width, "off"));
    }

    public FormBuilder area(String name, String label, String hint) {
        return put(name, new Textarea(field(name, label, hint, values.value(name)), 5));
    }

    public FormBuilder date(String name, String label, String hint) {
        var parts = words.dateOrder().stream().map(part -> part(name, part)).toList();
        anchors.put(name, parts.getFirst().name());
        return put(name, new DateInput(field(name, label, hint, ""), parts));
    }

    /**
     * Fields that are folded away until somebody wants them: open once one has something or is
     * wrong.
     *
     * @param names those of its fields, as they are sent
     */
    public FormBuilder folded(String summary, List<String> names, Consumer<FormBuilder> inner) {
        int before = fields.size();
        inner.accept(this);
        var folded = fields.subList(before, fields.size());
        var details = List.copyOf(folded);
        folded.clear();
        boolean used = names.stream().anyMatch(name -> !values.value(name).isEmpty());
        return add(new Details(summary, used, "", details));
    }

    private DatePart part(String name, String part) {
        var id = name + "-" + part;
        int width = part.equals("year") ? 4 : 2;
        return new DatePart(id, words.say("date." + part), values.value(id), width);
    }

    public FormBuilder radios(String name, String label, String hint, List<ChoiceOption> options) {
        return put(
                name, new ChoiceField(field(name, label, hint, ""), chosen(name, options), false));
    }

    public FormBuilder checks(String name, String label, String hint, List<ChoiceOption> options) {
        return put(
                name, new ChoiceField(field(name, label, hint, ""), chosen(name, options), true));
    }

    public FormBuilder select(String name, String label, String hint, List<ChoiceOption> options) {
        return groups(name, label, hint, List.of(new ChoiceOptionGroup("", options)));
    }

    public FormBuilder groups(
            String name, String label, String hint, List<ChoiceOptionGroup> groups) {
        var marked =
                groups.stream()
                        .map(group ->
                                new ChoiceOptionGroup(group.label(), chosen(name, group.options())))
                        .toList();
        return put(name, new Select(field(name, label, hint, ""), marked));
    }

    /** Keeps earlier choices selected. */
    private List<ChoiceOption> chosen(String name, List<ChoiceOption> options) {
        var before = values.values(name);
        return before.isEmpty()
                ? options
                : options.stream()
                        .map(o ->
                                new ChoiceOption(
                                        o.value(), o.label(), o.hint(), before.contains(o.value())))
                        .toList();
    }

    public FormBuilder file(String name, String label, String hint, String accept) {
        file = true;
        return put(name, new FileUpload(field(name, label, hint, ""), accept));
    }

    /** The idempotency key of a form that was sent before and is sent again. */
    FormBuilder key(String before) {
        key = before;
        return this;
    }

    /** The version of the case that the user has seen; a form that comes back keeps its own. */
    public FormBuilder seen(long version) {
        return hidden(SubmittedForm.SEEN, Long.toString(values.seen().orElse(version)));
    }

    /** A hidden field. */
    public FormBuilder hidden(String name, String value) {
        return add(new HiddenField(name, value));
    }

    public FormBuilder prose(String... paragraphs) {
        return add(new Paragraphs(List.of(paragraphs)));
    }

    public FormBuilder add(TemplateInstance piece) {
        fields.add(Page.raw(piece));
        return this;
    }

    /** The errors in field order, each with a link to its field. */
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

    /** If a page has more than one field, the summary names the field. */
    private String named(String name, String text) {
        var label = labels.getOrDefault(name, "");
        return anchors.size() < 2 || label.isEmpty() || name.equals(headline)
                ? text
                : label + (label.matches(".*[?？]") ? " " : ": ") + text;
    }

    public HtmlForm to(String action, String button) {
        return make(action, button, "");
    }

    /** A form whose button is not the main action. */
    public HtmlForm aside(String action, String button) {
        return make(action, button, "secondary");
    }

    /** A form whose button ends something. */
    public HtmlForm ending(String action, String button) {
        return make(action, button, "warning");
    }

    /**
     * A form with further buttons, which also send what was typed.
     *
     * @param beside of equal use beside the first
     */
    public HtmlForm withWays(
            String id,
            String action,
            String button,
            List<ChoiceOption> beside,
            List<ChoiceOption> ways) {
        return make(id, action, button, "", beside, ways);
    }

    /** A form with a second button of equal use beside the first. */
    public HtmlForm beside(String action, String button, ChoiceOption other) {
        return make("", action, button, "", List.of(other), List.of());
    }

    private HtmlForm make(String action, String button, String look) {
        return make("", action, button, look, List.of(), List.of());
    }

    private HtmlForm make(
            String id,
            String action,
            String button,
            String look,
            List<ChoiceOption> beside,
            List<ChoiceOption> ways) {
        return new HtmlForm(
                new FormHead(id, action, visit.formToken(), key, button, look, file, beside, ways),
                fields);
    }

    private FormField field(String name, String label, String hint, String value) {
        labels.put(name, label);
        return new FormField(
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
