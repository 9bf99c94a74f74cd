package exeat.rules.authority;

import java.util.regex.Pattern;

/**
 * A unit's stable name.
 *
 * @param text such as {@code jl-yanji-ps}: lower-case letters, digits and hyphens
 */
public record AuthorityId(String text) implements Comparable<AuthorityId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");

    public AuthorityId {
        if (!FORM.matcher(text).matches()) {
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
