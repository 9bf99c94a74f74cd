package exeat.web.apply;

import exeat.casework.value.birth.LunarDay;
import exeat.web.component.Details;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceOption;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.util.Arrays;
import java.util.List;

/**
 * The fields for a date of birth: a day that may be incomplete; and, folded away, the days between
 * which it lies, and a day of a lunar calendar.
 */
final class BirthForm {

    private final PageTexts words;

    BirthForm(PageTexts words) {
        this.words = words;
    }

    void put(FormBuilder form) {
        form.headline(BirthDay.FIELD)
                .date(BirthDay.FIELD, words.say("ask.born"), words.say("ask.born.hint"))
                .folded(words.say("ask.born.between"), BirthDay.BETWEEN, this::between)
                .folded(words.say("ask.born.lunar"), BirthDay.TOLD, this::lunar)
                .add(
                        new Details(
                                words.say("ask.born.unknown"),
                                List.of(
                                        Page.raw(
                                                new Paragraphs(
                                                        List.of(
                                                                words.say(
                                                                        "ask.born.unknown.what")))),
                                        Page.raw(OfficeDetails.all(words)))));
    }

    private void between(FormBuilder form) {
        form.prose(words.say("ask.born.between.what"))
                .date(BirthDay.FROM, words.say("ask.born.from"), "")
                .date(BirthDay.TO, words.say("ask.born.to"), "");
    }

    private void lunar(FormBuilder form) {
        form.prose(words.say("ask.born.lunar.what"))
                .date(
                        BirthDay.LUNAR,
                        words.say("ask.born.lunar.day"),
                        words.say("ask.born.lunar.hint"))
                .checks(
                        BirthDay.LEAP,
                        words.say("ask.born.lunar.leap"),
                        "",
                        List.of(ChoiceOption.of("yes", words.say("ask.born.lunar.leap.yes"), "")))
                .radios(
                        BirthDay.CALENDAR,
                        words.say("ask.born.lunar.whose"),
                        "",
                        Arrays.stream(LunarDay.Calendar.values())
                                .map(one ->
                                        ChoiceOption.of(
                                                one.word(),
                                                words.say("ask.born.lunar." + one.word()),
                                                ""))
                                .toList());
    }
}
