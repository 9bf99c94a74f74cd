package exeat.web.kit;

import exeat.casework.value.DirectiveStatus;
import exeat.desk.Office;
import exeat.rules.Directive;
import exeat.web.component.InsetText;
import java.util.List;
import java.util.Optional;

/** What a page says of the directive that it is about; see {@link RequestContext#directive}. */
public final class DirectiveNotices {

    private DirectiveNotices() {}

    /** Why no rules decide applications filed under it today; empty if rules decide. */
    public static Optional<String> without(Office office, Directive directive, PageTexts words) {
        return switch (office.register().standing(directive)) {
            case IN_FORCE, NEVER_IN_FORCE -> Optional.empty();
            case SUSPENDED -> Optional.of(words.say("without.SUSPENDED"));
            case REPEALED -> Optional.of(words.say("without.REPEALED"));
            case OUTSIDE_ITS_DAYS -> Optional.of(words.say("without.OUTSIDE_ITS_DAYS"));
        };
    }

    /** Why nobody can apply under it yet; empty if people can, also where no rules decide. */
    public static Optional<String> closed(Office office, Directive directive, PageTexts words) {
        return office.register().standing(directive) == DirectiveStatus.NEVER_IN_FORCE
                ? Optional.of(words.say("without.NEVER_IN_FORCE"))
                : Optional.empty();
    }

    /**
     * Why nobody can apply under any of several directives; empty if people can under one of them.
     */
    public static Optional<String> closed(Office office, List<Directive> under, PageTexts words) {
        var closed = under.stream().flatMap(one -> closed(office, one, words).stream()).toList();
        return closed.size() < under.size() ? Optional.empty() : closed.stream().findFirst();
    }

    /** A notice that the directive has no texts in the reader's language; empty if it has. */
    public static Optional<InsetText> unspoken(Directive directive, PageTexts words) {
        return directive.messages().languages().contains(words.lang())
                ? Optional.empty()
                : Optional.of(new InsetText(words.say("directive.english")));
    }
}
