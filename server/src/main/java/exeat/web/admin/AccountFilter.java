package exeat.web.admin;

import exeat.desk.auth.AccountRole;
import exeat.desk.auth.Administration.Account;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.form.FilterForm;
import exeat.web.filter.FilterValues;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Which accounts an administrator looks for; by default those that have not ended. */
final class AccountFilter {

    private static final String ACTIVE = "active";
    private static final String ENDED = "ended";

    private final List<Account> all;
    private final AdminTexts terms;
    private final PageTexts words;
    private final FilterValues values;
    private final Optional<AuthorityId> unit;
    private final Optional<AccountRole> role;
    private final String show;

    /** The parameters of the page's address; empty where there is none. */
    record Asked(String unit, String role, String show) {}

    AccountFilter(Asked asked, List<Account> all, AdminTexts terms, PageTexts words) {
        this.all = all;
        this.terms = terms;
        this.words = words;
        this.values = new FilterValues(words);
        this.unit = values.choice("unit", asked.unit(), this::unit);
        this.role =
                values.choice(
                        "role",
                        asked.role(),
                        text -> FilterValues.constant(AccountRole.class, text));
        this.show =
                values.choice(
                                "show",
                                asked.show(),
                                text -> Optional.of(text).filter(List.of(ACTIVE, ENDED)::contains))
                        .orElse(ACTIVE);
    }

    private Optional<AuthorityId> unit(String text) {
        return all.stream()
                .map(one -> one.member().unit())
                .filter(id -> id.text().equals(text))
                .findFirst();
    }

    FilterValues values() {
        return values;
    }

    /** The matching accounts, by unit, then by login. */
    List<Account> matching() {
        return all.stream()
                .filter(one -> unit.isEmpty() || unit.get().equals(one.member().unit()))
                .filter(one -> role.isEmpty() || role.get() == one.member().role())
                .filter(one -> one.member().ended().isPresent() == show.equals(ENDED))
                .sorted(
                        Comparator.comparing((Account one) -> terms.unit(one.member().unit()))
                                .thenComparing(one -> one.member().login()))
                .toList();
    }

    private String chosenUnit() {
        return unit.map(AuthorityId::text).orElse("");
    }

    private String chosenRole() {
        return role.map(FilterValues::word).orElse("");
    }

    /** The list with the same choices. */
    String address() {
        return AccountPages.HOME
                + "?unit="
                + chosenUnit()
                + "&role="
                + chosenRole()
                + "&show="
                + show;
    }

    FilterForm form() {
        var units = new TreeMap<String, AuthorityId>();
        all.forEach(one -> units.put(terms.unit(one.member().unit()), one.member().unit()));
        var unitOptions = new ArrayList<ChoiceOption>();
        unitOptions.add(ChoiceOption.of("", words.say("accounts.unit.any"), chosenUnit()));
        units.forEach(
                (name, id) -> unitOptions.add(ChoiceOption.of(id.text(), name, chosenUnit())));
        var roleOptions = new ArrayList<ChoiceOption>();
        roleOptions.add(ChoiceOption.of("", words.say("accounts.role.any"), chosenRole()));
        for (var one : AccountRole.values()) {
            roleOptions.add(ChoiceOption.of(FilterValues.word(one), terms.role(one), chosenRole()));
        }
        return FilterForm.of(
                AccountPages.HOME,
                words.say("accounts.filter"),
                values.select("unit", words.say("officer.unit"), unitOptions),
                values.select("role", words.say("accounts.role"), roleOptions),
                values.select(
                        "show",
                        words.say("accounts.show"),
                        List.of(
                                ChoiceOption.of(ACTIVE, words.say("accounts.active"), show),
                                ChoiceOption.of(ENDED, words.say("accounts.ended"), show))));
    }
}
