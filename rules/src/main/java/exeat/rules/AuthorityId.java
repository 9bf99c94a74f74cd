package exeat.rules;

/**
 * A unit's stable name.
 *
 * @param text such as {@code jl-yanji-ps}: lower-case letters, digits and hyphens
 */
public record AuthorityId(String text) implements Comparable<AuthorityId> {
    public AuthorityId {
        if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not an authority's id: '" + text + "'");
        }
    }

    @Override
    public int compareTo(AuthorityId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
