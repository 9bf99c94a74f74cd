package exeat.web.audit;

import exeat.desk.inspect.InspectedCase;
import exeat.rules.authority.Authority;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TimelineEntry;
import exeat.web.component.list.TimelineList;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.StoredKeys;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A case's history twice: as a story in the reader's words, and as the log has it. */
final class AuditStory {

    /** What a step says that belongs in a story; the rest is in the record. */
    private static final List<String> TOLD =
            List.of(
                    "outcome",
                    "why",
                    "paragraphs",
                    "act",
                    "ground",
                    "clearance",
                    "to",
                    "limit",
                    "until",
                    "direction",
                    "upheld");

    private final PackTexts terms;
    private final PageTexts words;
    private final ZoneId zone;

    AuditStory(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
        this.zone = terms.directive().limits().zone();
    }

    /** The steps in their order, each with who did it and what came of it. */
    TimelineList story(InspectedCase file) {
        return new TimelineList(file.steps().stream().map(this::entry).toList());
    }

    private TimelineEntry entry(InspectedCase.Step step) {
        var key = StoredKeys.of("event.", step.type());
        var title = words.has(key) ? words.say(key) : step.type().replace('-', ' ');
        var what =
                TOLD.stream()
                        .filter(step.fields()::containsKey)
                        .map(name -> value(name, String.valueOf(step.fields().get(name))))
                        .filter(text -> !text.isEmpty());
        var detail = Stream.concat(Stream.of(by(step)), what).toList();
        return new TimelineEntry(
                title,
                String.join(" · ", detail),
                step.at().toString(),
                words.time(step.at(), zone));
    }

    private String value(String name, String value) {
        return switch (name) {
            case "outcome" -> terms.outcomeWord(value);
            case "clearance" -> terms.clearance(value);
            case "to" -> unit(value);
            case "paragraphs" -> value.isEmpty() ? "" : words.say("audit.paragraphs", value);
            case "limit", "until" -> words.say("audit.until.day", value);
            default -> value;
        };
    }

    private String by(InspectedCase.Step step) {
        return step.unit().isEmpty() ? step.by() : step.by() + ", " + unit(step.unit());
    }

    /** A unit's name; what is no unit of this directive stays as it is. */
    private String unit(String id) {
        return terms.directive().authorities().all().stream()
                .map(Authority::id)
                .filter(unit -> unit.text().equals(id))
                .findFirst()
                .map(terms::unit)
                .orElse(id);
    }

    /** One step with all its fields and its place in the log. */
    SummaryList record(InspectedCase.Step step) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("audit.when"), words.zoned(step.at(), zone)));
        rows.add(SummaryRow.of(words.say("audit.by"), by(step)));
        step.fields().forEach((label, value) -> rows.add(SummaryRow.of(label, value)));
        rows.add(
                step.entry()
                        .map(entry -> SummaryRow.of(words.say("audit.leaf"), leaf(entry)))
                        .orElseGet(() ->
                                SummaryRow.of(words.say("audit.commitment"), step.commitment())));
        return new SummaryList(rows);
    }

    private String leaf(InspectedCase.Entry entry) {
        return entry.index()
                .map(index -> words.say("audit.place", entry.leaf(), index))
                .orElse(entry.leaf());
    }
}
