package exeat.desk.search;

import exeat.casework.access.SearchView;
import exeat.casework.command.Actor;
import exeat.casework.state.CaseState;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.LeastTime;
import exeat.desk.base.ReferenceCodes;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.cases.CaseReader;
import exeat.desk.cases.CaseRedaction;
import exeat.desk.queue.NameBudget;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.MasterKeys;
import exeat.store.rows.SearchStore;
import exeat.store.rows.SearchStore.Met;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds a person within the officer's jurisdiction. What is not there and what is elsewhere have
 * the same answer after the same time; a claim to protection changes neither. Each name that is
 * shown is a look, as in a list.
 */
public final class PersonSearch {

    /** How many people one answer shows. */
    public static final int MAX_HITS = 10;

    /** Longer than a search takes, so that one that finds nothing takes as long. */
    private static final LeastTime TIME = new LeastTime(Duration.ofMillis(150));

    /** How many travellers with the tokens that are looked for are opened. */
    private static final int OPENED = 50;

    private static final int MAX_WORDS = 8;

    private final SearchStore store;
    private final SearchIndex index;
    private final SessionReader reading;
    private final DirectiveRegister register;
    private final CaseReader cases;
    private final NameBudget names;
    private final SearchBudget searches;
    private final MasterKeys masters;

    /**
     * A search.
     *
     * @param index which makes what is searched, and is started by whoever runs the office
     * @param names which searches and lists share
     */
    public static PersonSearch of(
            Infrastructure in,
            SearchIndex index,
            SessionReader reading,
            DirectiveRegister register,
            CaseReader cases,
            NameBudget names) {
        return new PersonSearch(in, index, reading, register, cases, names);
    }

    private PersonSearch(
            Infrastructure in,
            SearchIndex index,
            SessionReader reading,
            DirectiveRegister register,
            CaseReader cases,
            NameBudget names) {
        this.index = index;
        this.store = new SearchStore(in.database());
        this.searches = new SearchBudget(in.clock());
        this.masters = in.vault().masters();
        this.reading = reading;
        this.register = register;
        this.cases = cases;
        this.names = names;
    }

    /** By what people are found. */
    public SearchIndex index() {
        return index;
    }

    /** By what this reader may look for people; by nothing unless they are an officer. */
    public Set<SearchView.By> allowed(Session session) {
        return session.actor() instanceof Actor.Officer officer
                ? register.directive(session.directive())
                        .map(directive -> SearchView.allowed(officer, register.tree(directive)))
                        .orElse(Set.of())
                : Set.of();
    }

    /**
     * By the number of an application or a travel paper, however it is typed.
     *
     * @throws OfficeException with {@link Code#NOT_ALLOWED} if the reader may look by neither
     */
    public SearchAnswer byNumber(Session session, String typed) {
        var officer = officer(session);
        var by = allowed(session);
        if (by.isEmpty()) {
            throw new OfficeException(Code.NOT_ALLOWED, "not by this unit");
        }
        return TIME.of(() -> {
            var application =
                    by.contains(SearchView.By.APPLICATION)
                            ? ReferenceCodes.readNumber(typed).orElse("")
                            : "";
            var paper = ReferenceCodes.readPaper(typed).orElse("");
            var met =
                    StoreCalls.get(() -> store.byNumber(reading.eyes(session), application, paper));
            var found = new ArrayList<Seen>();
            for (var one : met) {
                found.addAll(seen(officer, one, state -> numbered(state, application, paper)));
            }
            return answer(session, found);
        });
    }

    /** Everybody in an application; of a paper, the person whose it is. */
    private static List<TravellerNo> numbered(CaseState state, String application, String paper) {
        return state.application().number().equals(application)
                ? List.copyOf(state.travellers().keySet())
                : state.travellers().values().stream()
                        .filter(t -> t.paper().filter(p -> p.number().equals(paper)).isPresent())
                        .map(t -> t.no())
                        .toList();
    }

    /**
     * By a name, or words of it, and the date of birth; also who can be born on that day, where the
     * date is known in part. Whole words are looked for first; if nobody has them, names that begin
     * with them.
     *
     * @throws OfficeException with {@link Code#NOT_ALLOWED} if the reader may not look by name,
     *     {@link Code#BAD_INPUT} for a name without letters or of more than eight words
     */
    public SearchAnswer byPerson(Session session, String name, LocalDate born) {
        var officer = officer(session);
        if (!allowed(session).contains(SearchView.By.PERSON)) {
            throw new OfficeException(Code.NOT_ALLOWED, "not by this unit");
        }
        var words = NameWords.typed(name);
        if (words.isEmpty() || words.size() > MAX_WORDS) {
            throw new OfficeException(Code.BAD_INPUT, "not a name to look for");
        }
        if (!searches.spend(officer.id()) || names.isSpent(session)) {
            return new SearchAnswer.Spent();
        }
        return TIME.of(() -> {
            var whole = find(session, officer, words, born, false);
            return whole instanceof SearchAnswer.Found(var hits) && hits.isEmpty()
                    ? find(session, officer, words, born, true)
                    : whole;
        });
    }

    private SearchAnswer find(
            Session session,
            Actor.Officer officer,
            SequencedSet<String> words,
            LocalDate born,
            boolean beginning) {
        var tokens =
                SearchTokens.all(masters).stream()
                        .map(key -> beginning ? key.beginning(words, born) : key.whole(words, born))
                        .flatMap(List::stream)
                        .toList();
        var met = StoreCalls.get(() -> store.byTokens(reading.eyes(session), tokens, OPENED));
        if (met.size() >= OPENED) {
            return new SearchAnswer.TooMany();
        }
        var found = new LinkedHashMap<String, Seen>();
        for (var one : met) {
            var no = new TravellerNo(one.traveller().orElseThrow());
            // What is stored is 64 bits of a hash, and only the beginning of a longer word.
            Predicate<CaseState> same =
                    state -> {
                        var t = state.travellers().get(no);
                        return t != null
                                && t.traveller().birthDate().mayBe(born)
                                && NameWords.match(
                                        words, NameWords.of(t.traveller().names()), beginning);
                    };
            seen(officer, one, state -> same.test(state) ? List.of(no) : List.of()).stream()
                    .filter(seen -> !seen.name().isEmpty())
                    .forEach(seen -> found.put(SearchIndex.place(one.stream().key(), no), seen));
        }
        return answer(session, List.copyOf(found.values()));
    }

    /** A person as the officer sees them, before it is known whether they are shown. */
    private record Seen(SearchHit hit, String name) {}

    private List<Seen> seen(
            Actor.Officer officer, Met met, Function<CaseState, List<TravellerNo>> which) {
        var directive = register.directive(met.stream().directive());
        if (!(reading.open(met.stream()) instanceof CaseState state)) {
            return List.of();
        }
        var view = SearchView.of(state, officer, register.tree(directive));
        var seen = new ArrayList<Seen>();
        for (var no : which.apply(state)) {
            var traveller = view.get(no);
            if (traveller != null && CaseRedaction.isShown(traveller)) {
                seen.add(
                        new Seen(
                                new SearchHit(
                                        state.id(),
                                        state.application().number(),
                                        no,
                                        "",
                                        CaseRedaction.stage(traveller),
                                        state.holder()),
                                CaseRedaction.name(traveller)));
            }
        }
        return seen;
    }

    /** The answer, with the names that this officer is shown: each a look. */
    private SearchAnswer answer(Session session, List<Seen> found) {
        if (found.size() > MAX_HITS) {
            return new SearchAnswer.TooMany();
        }
        var hits = new ArrayList<SearchHit>();
        for (var seen : found) {
            hits.add(named(seen.hit(), name(session, seen)));
        }
        return new SearchAnswer.Found(hits);
    }

    private String name(Session session, Seen seen) {
        if (seen.name().isEmpty()) {
            return "";
        }
        var hit = seen.hit();
        return switch (names.show(session, hit.id(), hit.traveller())) {
            case AGAIN -> seen.name();
            case FRESH -> {
                cases.listed(session, hit.id(), hit.traveller());
                yield seen.name();
            }
            case WITHHELD -> "";
        };
    }

    private static SearchHit named(SearchHit hit, String name) {
        return new SearchHit(
                hit.id(), hit.number(), hit.traveller(), name, hit.stage(), hit.holder());
    }

    private static Actor.Officer officer(Session session) {
        if (session.actor() instanceof Actor.Officer officer) {
            return officer;
        }
        throw new OfficeException(Code.NOT_ALLOWED, "only officers search");
    }
}
