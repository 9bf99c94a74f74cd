package exeat.papers.seal;

import exeat.papers.json.JsonTree;
import exeat.papers.json.JsonTree.Items;
import exeat.papers.json.JsonTree.Members;
import exeat.papers.json.JsonTree.Real;
import exeat.papers.json.JsonTree.Text;
import exeat.papers.seal.SealedAuthorisation.SealedPerson;
import exeat.papers.seal.SealedAuthorisation.StatusReference;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** The members of a message, both ways. Reading allows nothing that the format does not. */
final class SealMessage {

    static final String TYPE = "exeat.dta";
    static final int VERSION = 1;

    private static final Set<String> RESERVED = Set.of("pt", "rc", "wf");
    private static final Set<String> MEMBERS =
            Set.of("no", "pid", "vf", "vu", "ent", "poc", "min", "st", "pt", "rc", "wf");
    private static final Set<String> OF_PERSON = Set.of("n", "on", "dob", "nat", "sex", "dn");

    private static final List<Set<UnicodeScript>> WRITTEN_TOGETHER =
            List.of(
                    Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
                    Set.of(UnicodeScript.HAN, UnicodeScript.HANGUL),
                    Set.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9](?:[A-Z0-9-]{0,18}[A-Z0-9])?");
    private static final Pattern NAME =
            Pattern.compile(
                    "[A-Z]{1,80}(?: [A-Z]{1,80}){0,19}(?:  [A-Z]{1,80}(?: [A-Z]{1,80}){0,19})?");
    private static final Pattern BORN = Pattern.compile("\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?");
    private static final Pattern STATE = Pattern.compile("[A-Z]{1,3}");
    private static final Pattern SEX = Pattern.compile("[FMX]");
    private static final Pattern DOCUMENT = Pattern.compile("[A-Z0-9]{1,24}");
    private static final Pattern RESERVED_VALUE = Pattern.compile("[!-~]{1,512}");
    private static final Pattern URI = Pattern.compile("https://[!-~]{1,240}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private static final int MAX_NAME = 160;
    private static final int MAX_PLACE = 60;
    private static final int MAX_PLACES = 12;
    private static final int MAX_MINORS = 12;
    private static final int MAX_CROSSINGS = 99;

    private SealMessage() {}

    /** What reading a message gives: exactly one of the two. */
    record Reading(Optional<SealedAuthorisation> paper, SealReason reason, String detail) {}

    /** Ends the reading; never leaves this class. */
    private static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;

        private final SealReason reason;
        private final String detail;

        Stopped(SealReason reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
            this.detail = detail;
        }

        static Stopped field(String name) {
            return new Stopped(SealReason.MESSAGE_FIELD, "\"" + name + "\" is not as it must be");
        }
    }

    static Reading read(Members message) {
        try {
            return new Reading(Optional.of(paper(message)), SealReason.MESSAGE_FIELD, "");
        } catch (Stopped stopped) {
            return new Reading(Optional.empty(), stopped.reason, stopped.detail);
        }
    }

    private static SealedAuthorisation paper(Members message) throws Stopped {
        known(message, MEMBERS);
        var from = date(message, "vf");
        var until = date(message, "vu");
        if (until.isBefore(from)) {
            throw Stopped.field("vu");
        }
        var bearer = message.members("pid").orElseThrow(() -> Stopped.field("pid"));
        var reserved = new HashMap<String, String>();
        for (var name : RESERVED) {
            optional(message, name, RESERVED_VALUE).ifPresent(value -> reserved.put(name, value));
        }
        return new SealedAuthorisation(
                optional(message, "no", NUMBER).orElseThrow(() -> Stopped.field("no")),
                person(bearer),
                from,
                until,
                crossings(message),
                places(message),
                minors(message),
                status(message),
                reserved);
    }

    private static SealedPerson person(Members person) throws Stopped {
        known(person, OF_PERSON);
        return new SealedPerson(
                name(person),
                ownName(person),
                born(person),
                optional(person, "nat", STATE),
                optional(person, "sex", SEX),
                optional(person, "dn", DOCUMENT));
    }

    /** A letter of another script that looks like one of A to Z is its own reason. */
    private static String name(Members person) throws Stopped {
        var name = person.text("n").orElseThrow(() -> Stopped.field("n"));
        if (!name.codePoints().allMatch(point -> point == ' ' || isLatin(point))) {
            throw new Stopped(SealReason.MIXED_LETTERS, "\"n\" has letters other than A to Z");
        }
        if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
            throw Stopped.field("n");
        }
        return name;
    }

    private static boolean isLatin(int point) {
        return point < 0x80;
    }

    private static Optional<String> ownName(Members person) throws Stopped {
        var name = text(person, "on", MAX_NAME);
        if (name.isPresent() && !isOfOneScript(name.get())) {
            throw new Stopped(SealReason.MIXED_LETTERS, "\"on\" mixes scripts");
        }
        return name;
    }

    /**
     * Spaces and hyphens belong to every script. Japanese, Korean and Chinese are each written with
     * several, none of which has letters that look like another's (as UTS 39 allows).
     */
    private static boolean isOfOneScript(String text) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts.size() == 1
                || (!scripts.isEmpty()
                        && WRITTEN_TOGETHER.stream().anyMatch(all -> all.containsAll(scripts)));
    }

    private static Optional<String> born(Members person) throws Stopped {
        var born = optional(person, "dob", BORN);
        if (born.isPresent()) {
            // A part that is not known is filled with one that exists.
            parsed("dob", born.get() + "-01-01".substring(born.get().length() - "YYYY".length()));
        }
        return born;
    }

    private static LocalDate date(Members message, String name) throws Stopped {
        return parsed(name, optional(message, name, DATE).orElseThrow(() -> Stopped.field(name)));
    }

    private static LocalDate parsed(String name, String date) throws Stopped {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException none) {
            throw Stopped.field(name);
        }
    }

    private static OptionalInt crossings(Members message) throws Stopped {
        var number = message.find("ent");
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) whole("ent", number.get(), 1, MAX_CROSSINGS));
    }

    private static List<String> places(Members message) throws Stopped {
        var places = new ArrayList<String>();
        for (var place : items(message, "poc", MAX_PLACES)) {
            var named = new Members(Map.of("poc", place));
            places.add(text(named, "poc", MAX_PLACE).orElseThrow(() -> Stopped.field("poc")));
        }
        return places;
    }

    private static List<SealedPerson> minors(Members message) throws Stopped {
        var minors = new ArrayList<SealedPerson>();
        for (var minor : items(message, "min", MAX_MINORS)) {
            if (!(minor instanceof Members person)) {
                throw Stopped.field("min");
            }
            minors.add(person(person));
        }
        return minors;
    }

    private static Optional<StatusReference> status(Members message) throws Stopped {
        if (message.find("st").isEmpty()) {
            return Optional.empty();
        }
        var status = message.members("st").orElseThrow(() -> Stopped.field("st"));
        known(status, Set.of("uri", "idx"));
        var index = status.find("idx").orElseThrow(() -> Stopped.field("idx"));
        return Optional.of(
                new StatusReference(
                        optional(status, "uri", URI).orElseThrow(() -> Stopped.field("uri")),
                        whole("idx", index, 0, Integer.MAX_VALUE)));
    }

    private static void known(Members members, Set<String> names) throws Stopped {
        if (!names.containsAll(members.all().keySet())) {
            throw new Stopped(SealReason.MESSAGE_FIELD, "there is a member that version 1 lacks");
        }
    }

    private static List<JsonTree> items(Members message, String name, int most) throws Stopped {
        var items = message.find(name);
        if (items.isEmpty()) {
            return List.of();
        }
        if (!(items.get() instanceof Items(var all)) || all.isEmpty() || all.size() > most) {
            throw Stopped.field(name);
        }
        return all;
    }

    private static long whole(String name, JsonTree value, long least, long most) throws Stopped {
        if (value instanceof Real real
                && real.isWhole()
                && real.value() >= least
                && real.value() <= most) {
            return (long) real.value();
        }
        throw Stopped.field(name);
    }

    private static Optional<String> optional(Members members, String name, Pattern shape)
            throws Stopped {
        if (members.find(name).isEmpty()) {
            return Optional.empty();
        }
        var text = members.text(name);
        if (text.isEmpty() || !shape.matcher(text.get()).matches()) {
            throw Stopped.field(name);
        }
        return text;
    }

    /** Words that are shown: in normal form, without anything that cannot be seen. */
    private static Optional<String> text(Members members, String name, int most) throws Stopped {
        if (members.find(name).isEmpty()) {
            return Optional.empty();
        }
        var text = members.text(name);
        if (text.isEmpty()
                || text.get().isBlank()
                || text.get().length() > most
                || !text.get().strip().equals(text.get())
                || !Normalizer.isNormalized(text.get(), Normalizer.Form.NFC)
                || !text.get().codePoints().allMatch(SealMessage::isShown)) {
            throw Stopped.field(name);
        }
        return text;
    }

    private static boolean isShown(int point) {
        int type = Character.getType(point);
        return point == ' '
                || Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || "-'.,()/·・’".indexOf(point) >= 0;
    }

    static Members write(SealedAuthorisation paper) {
        var message = new LinkedHashMap<String, JsonTree>();
        message.put("no", new Text(paper.number()));
        message.put("pid", write(paper.bearer()));
        message.put("vf", new Text(paper.from().toString()));
        message.put("vu", new Text(paper.until().toString()));
        paper.crossings().ifPresent(count -> message.put("ent", new Real(count)));
        if (!paper.places().isEmpty()) {
            message.put(
                    "poc", new Items(paper.places().stream().<JsonTree>map(Text::new).toList()));
        }
        if (!paper.minors().isEmpty()) {
            var minors = paper.minors().stream().<JsonTree>map(SealMessage::write).toList();
            message.put("min", new Items(minors));
        }
        paper.status()
                .ifPresent(status ->
                        message.put(
                                "st",
                                new Members(
                                        Map.of(
                                                "uri",
                                                new Text(status.uri()),
                                                "idx",
                                                new Real(status.index())))));
        paper.reserved().forEach((name, value) -> message.put(name, new Text(value)));
        return new Members(message);
    }

    private static Members write(SealedPerson person) {
        var members = new LinkedHashMap<String, JsonTree>();
        members.put("n", new Text(person.name()));
        person.ownName().ifPresent(name -> members.put("on", new Text(name)));
        person.born().ifPresent(born -> members.put("dob", new Text(born)));
        person.nationality().ifPresent(code -> members.put("nat", new Text(code)));
        person.sex().ifPresent(sex -> members.put("sex", new Text(sex)));
        person.document().ifPresent(number -> members.put("dn", new Text(number)));
        return new Members(members);
    }
}
