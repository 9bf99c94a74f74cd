package exeat.web.admin;

import exeat.casework.value.OfficerId;
import exeat.desk.Office;
import exeat.desk.auth.AccountProposal;
import exeat.desk.auth.AccountRole;
import exeat.desk.auth.OfficerAccounts;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What administrators' pages say of units, accounts and proposals, in the reader's language. */
final class AdminTexts {

    private final Office office;
    private final PageTexts words;
    private final ZoneId zone;
    private final Map<AuthorityId, Optional<PackTexts>> packs = new TreeMap<>();

    AdminTexts(Office office, PageTexts words) {
        this.office = office;
        this.words = words;
        this.zone =
                office.register().offered().stream()
                        .findFirst()
                        .map(directive -> directive.vocabulary().zone())
                        .orElse(ZoneOffset.UTC);
    }

    /** A unit by the name that its directive gives it. */
    String unit(AuthorityId id) {
        return pack(id).map(pack -> pack.unit(id)).orElse(id.text());
    }

    private Optional<PackTexts> pack(AuthorityId id) {
        return packs.computeIfAbsent(
                id,
                unit ->
                        office.register().covering(unit).stream()
                                .findFirst()
                                .map(directive -> PackTexts.forOfficers(directive, words)));
    }

    /** Every unit of the directives in force, or where none is, of those that may be. */
    List<AuthorityId> units() {
        return office.register().offered().stream()
                .flatMap(directive -> directive.authorities().all().stream())
                .map(Authority::id)
                .distinct()
                .toList();
    }

    /** A directive's title, as the head of its row, leading to a page. */
    TableCell title(Directive directive, String to) {
        var title = new PackTexts(directive, words).title();
        return TableCell.link(title.text(), to).in(title.lang()).asHead();
    }

    /** Whether it decides today, in words. */
    TableCell standing(Directive directive) {
        return TableCell.of(words.say("admin.standing." + office.register().standing(directive)));
    }

    String time(Instant at) {
        return words.time(at, zone);
    }

    /** The zone of all times on the page. */
    ZoneId zoneId() {
        return zone;
    }

    /** The zone of all times on the page, in words. */
    String zone() {
        return words.zone(zone);
    }

    String role(AccountRole role) {
        return words.say("admin.role." + role);
    }

    /** What somebody may do: an officer what their unit does, everybody else by their role. */
    String does(OfficerAccounts.Member member) {
        return member.role() == AccountRole.OFFICER
                ? pack(member.unit())
                        .map(pack -> pack.function(member.function()))
                        .orElse(member.function().word())
                : role(member.role());
    }

    /**
     * An administrator's name.
     *
     * @param names by id; what is missing there is called by its id
     */
    String name(Map<String, String> names, OfficerId id) {
        return names.getOrDefault(id.text(), id.text());
    }

    /** Who did something, and when. */
    String byAt(Map<String, String> names, OfficerId id, Instant at) {
        return words.say("proposal.by.at", name(names, id), time(at));
    }

    String what(AccountProposal.What what) {
        return words.say("admin.what." + what);
    }

    String state(AccountProposal.State state) {
        return words.say("admin.state." + state);
    }
}
