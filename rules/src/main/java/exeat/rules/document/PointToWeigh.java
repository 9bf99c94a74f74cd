package exeat.rules.document;

/**
 * What a decision against somebody must weigh: a proposal without words about it is not complete.
 *
 * @param id in lower-case words and numbers joined by hyphens
 * @param paragraph that asks for it, of the pack that lists the point
 */
public record PointToWeigh(String id, String paragraph) {

    /** The key of its name in a pack's messages. */
    public String key() {
        return "weigh." + id;
    }
}
