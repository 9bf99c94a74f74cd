package exeat.web.filter;

import exeat.web.component.Link;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.form.ChoiceOptionGroup;
import exeat.web.component.form.FormField;
import exeat.web.component.form.Select;
import exeat.web.component.form.TextInput;
import exeat.web.kit.AddressParts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The filters of one list, as the address of its page has them. A value that cannot be read is told
 * with what was typed, and the page shows no list: its reader would take it for what they asked
 * for.
 */
public final class FilterValues {

    private final PageTexts words;
    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, String> wrong = new HashMap<>();
    private final List<Link> errors = new ArrayList<>();

    public FilterValues(PageTexts words) {
        this.words = words;
    }

    /** A constant as addresses write it. */
    public static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** The constant that addresses write so; empty if none is. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> of, String word) {
        return Arrays.stream(of.getEnumConstants())
                .filter(one -> word(one).equals(word))
                .findFirst();
    }

    /**
     * What a drop-down list chose.
     *
     * @param text empty where nothing was chosen
     * @param reading empty for what is no choice
     * @return empty if nothing was chosen, or something else than the choices
     */
    public <T> Optional<T> choice(
            String field, String text, Function<String, Optional<T>> reading) {
        return read(field, text, reading, "filter.wrong.choice");
    }

    /** A day that was typed; empty if none was, or it is no day. */
    public Optional<LocalDate> day(String field, String text) {
        return read(field, text, AddressParts::day, "filter.wrong.day");
    }

    private <T> Optional<T> read(
            String field, String text, Function<String, Optional<T>> reading, String says) {
        typed.put(field, text);
        return read(text, reading, () -> tell(field, words.say(says, PageTexts.isolated(text))));
    }

    private static <T> Optional<T> read(
            String text, Function<String, Optional<T>> reading, Runnable tell) {
        var read = text.isEmpty() ? Optional.<T>empty() : reading.apply(text);
        if (read.isEmpty() && !text.isEmpty()) {
            tell.run();
        }
        return read;
    }

    /** Tells at the field of the last day if it is before the first. */
    public void rising(Optional<LocalDate> first, String field, Optional<LocalDate> last) {
        if (first.isPresent() && last.filter(first.get()::isAfter).isPresent()) {
            tell(field, words.say("filter.wrong.order"));
        }
    }

    private void tell(String field, String says) {
        wrong.put(field, says);
        errors.add(new Link(says, "#" + field));
    }

    /**
     * What a link chose, on a page without a field for it.
     *
     * @param whole where to choose again
     */
    public <T> Optional<T> link(String text, Function<String, Optional<T>> reading, String whole) {
        var says = words.say("filter.wrong.link", PageTexts.isolated(text));
        return read(text, reading, () -> errors.add(new Link(says, whole)));
    }

    /**
     * Which part of a long list a link chose.
     *
     * @param first where the list begins
     */
    public <T> Optional<T> part(String text, Function<String, Optional<T>> reading, String first) {
        return read(text, reading, () -> noPart(first));
    }

    /** Tells that the list has no such part. */
    public void noPart(String first) {
        errors.add(new Link(words.say("filter.wrong.part"), first));
    }

    public boolean isRight() {
        return errors.isEmpty();
    }

    /** If something is wrong, says so in place of the list, with each error above. */
    public Page tell(Page sheet) {
        return isRight()
                ? sheet
                : sheet.add(new Paragraphs(List.of(words.say("filter.none")))).errors(errors);
    }

    /**
     * The drop-down list of a filter; a value that is not among its options stays chosen, and an
     * error says so.
     */
    public Select select(String field, String label, List<ChoiceOption> options) {
        var shown = new ArrayList<ChoiceOption>();
        if (wrong.containsKey(field)) {
            var text = typed.getOrDefault(field, "");
            shown.add(ChoiceOption.of(text, text, text));
            options.forEach(one -> shown.add(ChoiceOption.of(one.value(), one.label(), text)));
        } else {
            shown.addAll(options);
        }
        return new Select(field(field, label, ""), List.of(new ChoiceOptionGroup("", shown)));
    }

    /** The field for a day; a browser's own would drop what is no day. */
    public TextInput date(String field, String label) {
        return new TextInput(
                field(field, label, typed.getOrDefault(field, "")),
                wrong.containsKey(field) ? "text" : "date",
                "exeat-date",
                "off");
    }

    private FormField field(String name, String label, String value) {
        return new FormField(name, label, "", value, wrong.getOrDefault(name, ""), false);
    }
}
