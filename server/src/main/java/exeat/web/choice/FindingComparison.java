package exeat.web.choice;

import exeat.rules.authority.DayCount;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.Value;
import exeat.rules.finding.Burden;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import exeat.web.choice.ChoiceView.Offer;
import exeat.web.component.Details;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Findings side by side: what each gives and asks, with its unit, and what it rests on. */
public final class FindingComparison {

    private final ChoiceView choice;
    private final PageTexts words;

    public FindingComparison(ChoiceView choice, PageTexts words) {
        this.choice = choice;
        this.words = words;
    }

    /** A table of what differs and, collapsed, one of what is the same. */
    public List<TemplateInstance> tables() {
        var same = rows(false);
        return same.isEmpty()
                ? List.of(differences())
                : List.of(
                        differences(),
                        new Details(
                                words.say("choice.same"),
                                List.of(Page.raw(table("choice.same", same)))));
    }

    /** What differs, one row an aspect and one column a finding. */
    public DataTable differences() {
        return table("choice.differs", rows(true));
    }

    private Map<String, List<String>> rows(boolean differing) {
        var rows = new LinkedHashMap<String, List<String>>();
        rows().forEach((label, said) -> {
            if (said.stream().distinct().count() > 1 == differing) {
                rows.put(label, said);
            }
        });
        return rows;
    }

    private DataTable table(String caption, Map<String, List<String>> rows) {
        var heads =
                Stream.concat(
                                Stream.of(words.say("choice.aspect")),
                                choice.offers().stream().map(Offer::label))
                        .map(ColumnHeader::of)
                        .toList();
        return new DataTable(
                words.say(caption),
                heads,
                rows.entrySet().stream()
                        .map(row ->
                                Stream.concat(
                                                Stream.of(TableCell.of(row.getKey()).asHead()),
                                                row.getValue().stream().map(TableCell::of))
                                        .toList())
                        .toList());
    }

    private Map<String, List<String>> rows() {
        var rows = new LinkedHashMap<String, List<String>>();
        put(rows, "outcome", offer -> offer.texts().outcome(offer.finding().outcome()));
        put(rows, "purpose", offer -> offer.texts().purpose(offer.finding().purpose()));
        put(rows, "validity", offer -> days(offer.finding().burden().validityDays()));
        put(rows, "reentry", offer -> words.say(offer.finding().burden().reentry() ? "yes" : "no"));
        put(rows, "visits", offer -> number(offer.finding().burden().appearances()));
        put(rows, "interviews", offer -> number(offer.finding().burden().interviews()));
        put(rows, "fee", offer -> fee(offer.finding().burden()));
        put(rows, "documents", this::documents);
        put(rows, "clearances", this::clearances);
        if (choice.offers().stream().anyMatch(o -> o.finding().outcome() == Outcome.REFER)) {
            put(rows, "decision", this::decision);
        }
        put(rows, "quota", offer -> quota(offer.finding().burden()));
        declaredOutputs(rows);
        put(rows, "aside", this::setAside);
        put(rows, "rests", offer -> listed(offer.texts().grounds(offer.finding())));
        put(rows, "not-held", this::notHeld);
        return rows;
    }

    /** What one of the packs declares beside them; the other gives what people have without it. */
    private void declaredOutputs(Map<String, List<String>> rows) {
        for (var declaring : choice.offers()) {
            var texts = declaring.texts();
            for (var output : texts.directive().vocabulary().outputs()) {
                rows.putIfAbsent(
                        texts.output(output),
                        choice.offers().stream()
                                .map(offer -> texts.given(output, value(output, offer)))
                                .toList());
            }
        }
    }

    private static Optional<Value> value(DeclaredOutput output, Offer offer) {
        // A pack that declares it and gives no value sets no limit.
        var own = offer.texts().directive().vocabulary().output(output.name());
        return offer.finding()
                .burden()
                .given(output)
                .or(() -> own.isPresent() ? Optional.empty() : output.without());
    }

    private void put(Map<String, List<String>> rows, String aspect, Function<Offer, String> said) {
        rows.put(words.say("choice." + aspect), choice.offers().stream().map(said).toList());
    }

    private String days(int days) {
        return words.say("choice.days", days);
    }

    private String days(int days, DayCount count) {
        return words.say(
                count == DayCount.WORKING_DAYS ? "choice.days.working" : "choice.days", days);
    }

    private String number(int times) {
        return times == 0 ? words.say("choice.none") : Integer.toString(times);
    }

    private String listed(List<String> all) {
        return all.isEmpty() ? words.say("choice.none") : String.join("; ", all);
    }

    private String fee(Burden burden) {
        return burden.fee().compareTo(BigDecimal.ZERO) == 0
                ? words.say("choice.none")
                : burden.fee().toPlainString();
    }

    private String quota(Burden burden) {
        return burden.quota()
                .map(places -> words.say("choice.places", places))
                .orElseGet(() -> words.say("choice.no-limit"));
    }

    private String documents(Offer offer) {
        return listed(
                offer.finding().burden().documents().stream()
                        .map(offer.texts()::document)
                        .toList());
    }

    private String clearances(Offer offer) {
        return listed(
                offer.finding().burden().clearances().stream()
                        .map(demand -> clearance(offer, demand))
                        .toList());
    }

    private String clearance(Offer offer, ClearanceDemand demand) {
        var count = offer.texts().directive().limits().clearances();
        return words.say(
                "choice.clearance",
                offer.texts().clearance(demand.name()),
                offer.texts().function(demand.function()),
                days(demand.days(), count));
    }

    /** An approval waits for no officer's decision. */
    private String decision(Offer offer) {
        var finding = offer.finding();
        return finding.outcome() == Outcome.REFER
                ? days(
                        finding.burden().decisionDays(),
                        offer.texts().directive().limits().decisions())
                : words.say("choice.none");
    }

    private String setAside(Offer offer) {
        return listed(
                offer.finding().setAsideGrounds().stream()
                        .map(offer.texts()::setAsideGround)
                        .toList());
    }

    private String notHeld(Offer offer) {
        Finding finding = offer.finding();
        return listed(
                finding.instrumentsNotHeld().stream().map(offer.texts()::instrument).toList());
    }
}
