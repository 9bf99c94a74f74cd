package exeat.web.kit;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares a file of messages with the English one: the same keys, the same placeholders, and the
 * plural forms that the language needs.
 *
 * <p>English determines what pages pass for a placeholder: a number for {@code plural}, {@code
 * selectordinal} or {@code number}, a keyword for {@code select}, otherwise a text.
 */
final class MessageCheck {

    /** How a message uses its placeholders, by number. */
    private static final class Uses {
        final Set<String> all = new TreeSet<>();
        final Set<String> numbers = new TreeSet<>();
        final Set<String> choices = new TreeSet<>();
        final Map<PluralType, Map<String, Set<String>>> plurals = new EnumMap<>(PluralType.class);
    }

    private final String file;
    private final ULocale locale;
    private final List<String> faults = new ArrayList<>();

    private MessageCheck(String file, ULocale locale) {
        this.file = file;
        this.locale = locale;
    }

    /** All errors in the texts of a file, each with file and key. */
    static List<String> faults(
            String file, ULocale locale, Map<String, String> texts, Map<String, String> english) {
        var check = new MessageCheck(file, locale);
        new TreeMap<>(english)
                .forEach((key, text) -> {
                    if (!texts.containsKey(key)) {
                        check.fault(key, "is missing");
                    }
                });
        new TreeMap<>(texts)
                .forEach((key, text) -> {
                    if (english.containsKey(key)) {
                        check.message(key, text, Objects.requireNonNull(english.get(key)));
                    } else {
                        check.fault(key, "is the key of nothing in English");
                    }
                });
        return check.faults;
    }

    private void fault(String key, String what) {
        faults.add(file + ": " + key + " " + what);
    }

    private void message(String key, String text, String english) {
        Uses here;
        Uses there;
        try {
            Message.of(text, locale.toLocale());
            here = uses(text);
            there = uses(english);
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            fault(key, "is no message: " + wrong.getMessage());
            return;
        }
        if (!here.all.equals(there.all)) {
            fault(key, "fills the places " + here.all + ", and English " + there.all);
        }
        lacking(here.numbers, there.numbers)
                .forEach(at ->
                        fault(
                                key,
                                "uses a plural at {"
                                        + at
                                        + "}, which is not a number"
                                        + " in English"));
        lacking(here.choices, there.choices)
                .forEach(at -> fault(key, "chooses at {" + at + "}, and English does not"));
        here.plurals.forEach((type, plurals) ->
                plurals.forEach((at, forms) ->
                        lacking(PluralRules.forLocale(locale, type).getKeywords(), forms)
                                .forEach(form ->
                                        fault(
                                                key,
                                                "lacks the plural " + form + " at {" + at + "}"))));
    }

    private static Set<String> lacking(Set<String> wanted, Set<String> there) {
        var lacking = new TreeSet<>(wanted);
        lacking.removeAll(there);
        return lacking;
    }

    private static Uses uses(String text) {
        var uses = new Uses();
        var pattern = new MessagePattern(text);
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == Part.Type.ARG_START) {
                use(pattern, i, uses);
            }
        }
        return uses;
    }

    private static void use(MessagePattern pattern, int start, Uses uses) {
        var type = pattern.getPart(start).getArgType();
        var at = pattern.getSubstring(pattern.getPart(start + 1));
        uses.all.add(at);
        if (type.hasPluralStyle()) {
            var kind = type == ArgType.PLURAL ? PluralType.CARDINAL : PluralType.ORDINAL;
            uses.numbers.add(at);
            uses.plurals
                    .computeIfAbsent(kind, _ -> new TreeMap<>())
                    .merge(at, forms(pattern, start), (one, other) -> common(one, other));
        } else if (type == ArgType.SELECT) {
            uses.choices.add(at);
        } else if (type == ArgType.SIMPLE) {
            // Only {0, number}: dates and times are passed as texts, in the directive's time zone.
            uses.numbers.add(at);
        }
    }

    /** The forms that two plurals of one placeholder share: each must have the form. */
    private static Set<String> common(Set<String> one, Set<String> other) {
        var common = new TreeSet<>(one);
        common.retainAll(other);
        return common;
    }

    private static Set<String> forms(MessagePattern pattern, int start) {
        var forms = new TreeSet<String>();
        int end = pattern.getLimitPartIndex(start);
        for (int i = start + 2; i < end; i++) {
            if (pattern.getPartType(i) == Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(pattern.getPart(i)));
            } else if (pattern.getPartType(i) == Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return forms;
    }
}
