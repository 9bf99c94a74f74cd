package exeat.papers.json;

/** What a reader made of a text. */
public sealed interface JsonReading {

    /** One value, and nothing after it. */
    record Read(JsonTree value) implements JsonReading {}

    /**
     * No JSON, or JSON that readers could take differently.
     *
     * @param at the character, from 0
     * @param what in English; holds nothing of the text
     */
    record Unreadable(int at, String what) implements JsonReading {}
}
