package exeat.web.audit;

import exeat.desk.inspect.AuditedField;
import exeat.desk.inspect.AuditedField.ToldValue;
import exeat.desk.inspect.InspectedCase;
import exeat.pdf.CaseSheet;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TimelineEntry;
import exeat.web.component.list.TimelineList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A case's history twice: as a story in the reader's words, and every field as the log has it. */
final class AuditStory {

    /** What a step says that belongs in a story; the rest is in the record. */
    private static final List<String> TOLD =
            List.of(
                    "traveller",
                    "outcome",
                    "why",
                    "paragraphs",
                    "act",
                    "act.ground",
                    "placed.ground",
                    "revocation.ground",
                    "safeguard",
                    "ground",
                    "clearance",
                    "task",
                    "about",
                    "to",
                    "limit",
                    "until",
                    "direction",
                    "upheld");

    /** Those that need no label to be understood. */
    private static final Set<String> PLAIN =
            Set.of(
                    "outcome",
                    "act",
                    "act.ground",
                    "placed.ground",
                    "revocation.ground",
                    "safeguard",
                    "clearance",
                    "task",
                    "about",
                    "to",
                    "why");

    private final AuditTexts texts;

    AuditStory(AuditTexts texts) {
        this.texts = texts;
    }

    /** The steps in their order, each with who did it and what came of it. */
    TimelineList story(InspectedCase file) {
        return new TimelineList(file.steps().stream().map(this::entry).toList());
    }

    private TimelineEntry entry(InspectedCase.Step step) {
        return new TimelineEntry(
                texts.title(step),
                detail(step),
                step.at().toString(),
                texts.words().time(step.at(), texts.zone()));
    }

    /** Who did it, and what came of it. */
    String detail(InspectedCase.Step step) {
        var then = texts.on(step);
        var what =
                TOLD.stream()
                        .flatMap(name ->
                                step.fields().stream()
                                        .filter(field -> field.label().equals(name))
                                        .limit(1))
                        .filter(field -> !field.told().isEmpty() && !isNotShown(field))
                        .map(field -> said(field, then));
        return Stream.of(Stream.of(then.by(step)), what, then.ended(step).stream())
                .flatMap(said -> said)
                .collect(Collectors.joining(AuditTexts.DOT));
    }

    /** What kind of ground it is may be told; a ground by which an approval is set aside is not. */
    private static boolean isNotShown(AuditedField field) {
        return field.told().equals(List.of(new ToldValue.NotShown()));
    }

    /** A person by number: the story's other names are of who acted. */
    private static String said(AuditedField field, AuditTexts texts) {
        if (field.told().size() == 1
                && field.told().getFirst() instanceof ToldValue.ToldPerson(var no, _)) {
            return texts.words().say("audit.said", texts.label(field), texts.person(no));
        }
        var text = texts.text(field);
        return PLAIN.contains(field.label())
                ? text
                : texts.words().say("audit.said", texts.label(field), text);
    }

    /** One step with all its fields and its place in the log. */
    SummaryList record(InspectedCase.Step step) {
        var words = texts.words();
        var then = texts.on(step);
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("audit.when"), words.zoned(step.at(), texts.zone())));
        rows.add(SummaryRow.of(words.say("audit.by"), then.by(step)));
        step.fields()
                .forEach(field -> rows.add(SummaryRow.of(then.label(field), then.text(field))));
        rows.add(
                step.entry()
                        .map(entry -> SummaryRow.of(words.say("audit.leaf"), leaf(entry)))
                        .orElseGet(() ->
                                SummaryRow.of(words.say("audit.commitment"), step.commitment())));
        return new SummaryList(rows);
    }

    private String leaf(InspectedCase.Entry entry) {
        return entry.index()
                .map(index -> texts.words().say("audit.place", entry.leaf(), index))
                .orElse(entry.leaf());
    }

    /** The whole file to read and to print, in the reader's language. */
    CaseSheet sheet(InspectedCase file, String title) {
        var words = texts.words();
        var about =
                List.of(
                        words.say("audit.under", file.directive().id(), file.directive().version()),
                        words.say(file.revealed() ? "audit.sheet.named" : "audit.sheet.replaced"),
                        words.say("audit.story.what", words.zone(texts.zone())));
        return new CaseSheet(
                words.lang(),
                title,
                about,
                words.say("audit.story"),
                file.steps().stream()
                        .map(step ->
                                words.time(step.at(), texts.zone())
                                        + AuditTexts.DOT
                                        + texts.title(step)
                                        + AuditTexts.DOT
                                        + detail(step))
                        .toList(),
                words.say("audit.record"),
                file.steps().stream().map(this::printed).toList(),
                words.say("audit.checkpoint"),
                file.checkpoint());
    }

    private CaseSheet.Step printed(InspectedCase.Step step) {
        var then = texts.on(step);
        return new CaseSheet.Step(
                step.sequence() + ". " + then.title(step),
                then.words().zoned(step.at(), then.zone()) + AuditTexts.DOT + then.by(step),
                step.fields().stream()
                        .map(field -> new CaseSheet.Row(then.label(field), then.text(field)))
                        .toList(),
                then.inLog(step));
    }
}
