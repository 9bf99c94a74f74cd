package exeat.web.help;

import com.ibm.icu.text.ListFormatter;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.OfficeDirectory;
import exeat.rules.authority.OfficeDirectory.Contact;
import exeat.rules.authority.OfficeDirectory.OpeningHours;
import exeat.rules.authority.Role;
import exeat.web.component.Details;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.LocalizedText;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a pack says of an office, or of somebody who helps, in the reader's language. */
public final class OfficeDetails {

    private final PackTexts terms;
    private final PageTexts words;
    private final OfficeDirectory directory;

    public OfficeDetails(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
        this.directory = terms.directive().directory();
    }

    /** The page of an office. */
    public static String address(AuthorityId unit) {
        return OfficeDirectoryPages.ADDRESS + "/" + unit;
    }

    /** A link to all offices, for a page that sends people to one of their choice. */
    public static LinkList all(PageTexts words) {
        return new LinkList(
                List.of(new Link(words.say("offices.link"), OfficeDirectoryPages.ADDRESS)));
    }

    /** The row of something that waits at an office, with the way to what is known of it. */
    public SummaryRow row(String label, String value, AuthorityId unit) {
        var what = words.say(isGiven(unit) ? "offices.reach.short" : "offices.does");
        var link = new Link(what, address(unit), terms.unit(unit));
        return SummaryRow.changeable(label, value, link);
    }

    /**
     * What is known of the office, folded, for a page that sends somebody there; a link to its own
     * page if nothing is.
     */
    public TemplateInstance reach(AuthorityId unit) {
        var title = words.say(isGiven(unit) ? "offices.reach" : "offices.about", terms.unit(unit));
        var link = new LinkList(List.of(new Link(title, address(unit))));
        if (!isGiven(unit)) {
            return link;
        }
        var rest = new LinkList(List.of(new Link(words.say("offices.page"), address(unit))));
        return new Details(
                title, List.of(Page.raw(new SummaryList(reached(unit))), Page.raw(rest)));
    }

    /** Whether the pack says how to reach an office. */
    public boolean isGiven(AuthorityId unit) {
        return !directory.of(unit).equals(Contact.NOT_GIVEN) || where(unit).isPresent();
    }

    /** The office in one line: name, address and telephone, as far as they are given. */
    public String line(AuthorityId unit) {
        return Stream.of(
                        Stream.of(terms.unit(unit)),
                        where(unit).stream(),
                        directory.of(unit).telephones().stream())
                .flatMap(part -> part)
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> where(AuthorityId unit) {
        return terms.message(OfficeDirectory.addressKey(unit));
    }

    /**
     * How to reach the open offices that hear people who ask for protection; where the pack does
     * not say it of any of them, how to reach the others, since any officer takes such a request.
     */
    public List<SummaryRow> protecting() {
        var tree = terms.directive().authorities();
        var open =
                tree.all().stream()
                        .filter(unit -> !tree.isClosed(unit.id()) && isGiven(unit.id()))
                        .toList();
        var hearing = open.stream().filter(unit -> unit.plays(Role.PROTECTS)).toList();
        return (hearing.isEmpty() ? open : hearing)
                .stream().map(unit -> reachable(unit.id())).toList();
    }

    private SummaryRow reachable(AuthorityId unit) {
        var contact = directory.of(unit);
        var ways =
                Stream.of(
                                where(unit).stream(),
                                contact.telephones().stream(),
                                contact.email().stream(),
                                contact.web().stream())
                        .flatMap(way -> way);
        return new SummaryRow(
                terms.unit(unit),
                ways.map(LocalizedText::here).toList(),
                contact.telephones().stream().map(this::call).toList());
    }

    /** Everything that is known of an office. */
    SummaryList of(AuthorityId unit) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("offices.does"), does(unit)));
        rows.addAll(reached(unit));
        return new SummaryList(rows);
    }

    /** What an office does: in its own words, then by its roles. */
    List<String> does(AuthorityId unit) {
        var roles =
                terms.directive()
                        .authorities()
                        .find(unit)
                        .map(one -> Arrays.stream(Role.values()).filter(one::plays))
                        .orElse(Stream.of())
                        .map(role -> words.say("offices.role." + role));
        return Stream.concat(terms.message(OfficeDirectory.doesKey(unit)).stream(), roles).toList();
    }

    /** How to reach an office; empty if nothing is given, as its page says so in one sentence. */
    private List<SummaryRow> reached(AuthorityId unit) {
        return isGiven(unit) ? contact(directory.of(unit), where(unit)) : List.of();
    }

    /** What somebody who helps does, and how they are reached. */
    SummaryList of(OfficeDirectory.Help help) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(
                SummaryRow.of(words.say("offices.kind"), words.say("offices.kind." + help.kind())));
        terms.message(help.doesKey())
                .ifPresent(does -> rows.add(SummaryRow.of(words.say("offices.does"), does)));
        if (!help.areas().isEmpty()) {
            rows.add(
                    SummaryRow.of(
                            words.say("offices.area"),
                            help.areas().stream().sorted().map(terms::unit).toList()));
        }
        rows.addAll(contact(help.contact(), terms.message(help.addressKey())));
        return new SummaryList(rows);
    }

    /** The name of somebody who helps. */
    String name(OfficeDirectory.Help help) {
        return terms.message(help.nameKey()).orElse(help.id());
    }

    /** A row for each that is given, and one that names all the others. */
    private List<SummaryRow> contact(Contact contact, Optional<String> address) {
        var hours = contact.hours().stream().map(this::hours).toList();
        var languages = contact.languages().stream().map(this::language).toList();
        var all =
                List.of(
                        given("offices.address", address.stream().toList(), List.of()),
                        given("offices.hours", hours, List.of()),
                        given(
                                "offices.telephone",
                                contact.telephones(),
                                contact.telephones().stream().map(this::call).toList()),
                        given("offices.languages", languages, List.of()),
                        given(
                                "offices.email",
                                contact.email().stream().toList(),
                                contact.email().stream()
                                        .map(to ->
                                                new Link(
                                                        words.say("offices.write"),
                                                        "mailto:" + to,
                                                        to))
                                        .toList()),
                        given(
                                "offices.web",
                                contact.web().stream().toList(),
                                contact.web().stream()
                                        .map(to -> new Link(words.say("offices.open"), to, to))
                                        .toList()));
        var parts = all.stream().collect(Collectors.partitioningBy(row -> row.values().isEmpty()));
        var missing = parts.getOrDefault(true, List.of()).stream().map(SummaryRow::label).toList();
        var rows = new ArrayList<>(parts.getOrDefault(false, List.of()));
        if (!missing.isEmpty()) {
            rows.add(
                    SummaryRow.of(
                            words.say("offices.not-given"),
                            ListFormatter.getInstance(words.locale()).format(missing)));
        }
        return rows;
    }

    private Link call(String telephone) {
        return new Link(
                words.say("offices.call"), "tel:" + telephone.replaceAll("[^+0-9]", ""), telephone);
    }

    private SummaryRow given(String label, List<String> values, List<Link> actions) {
        return new SummaryRow(
                words.say(label), values.stream().map(LocalizedText::here).toList(), actions);
    }

    private String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(words.locale());
    }

    private String hours(OpeningHours opening) {
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(words.locale());
        return words.say(
                "offices.hours.of",
                days(opening),
                opening.from().format(time),
                opening.to().format(time));
    }

    /** Three days and more that follow each other as a range, others one by one. */
    private String days(OpeningHours opening) {
        var days = opening.days().stream().sorted().toList();
        int first = days.getFirst().getValue();
        int last = days.getLast().getValue();
        return days.size() > 2 && last - first == days.size() - 1
                ? words.say("offices.days.range", day(days.getFirst()), day(days.getLast()))
                : ListFormatter.getInstance(words.locale())
                        .format(days.stream().map(this::day).toList());
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale());
    }
}
