package exeat.desk.search;

import java.util.List;

/** What a search came to. */
public sealed interface SearchAnswer {

    /**
     * The people who were found; none where there is nobody, or nobody within the officer's
     * jurisdiction.
     */
    record Found(List<SearchHit> hits) implements SearchAnswer {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** More than can be shown: more of the name has to be typed. */
    record TooMany() implements SearchAnswer {}

    /** The officer has looked for as many people, or was shown as many names, as an hour has. */
    record Spent() implements SearchAnswer {}
}
