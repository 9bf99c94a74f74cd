package exeat.config;

/**
 * Something that whoever runs an office can set.
 *
 * @param key with dots between the levels of the file
 * @param otherwise what holds where nothing is said; empty for none
 * @param words what it does, in a sentence or two
 */
public record Setting(String key, Shape shape, String otherwise, String words) {

    /** The first level of its key; empty for one that stands at the top. */
    String section() {
        int dot = key.indexOf('.');
        return dot < 0 ? "" : key.substring(0, dot);
    }

    /** The rest of its key. */
    String name() {
        return key.substring(key.indexOf('.') + 1);
    }

    /** Whether it names something of the file system. */
    boolean isPlace() {
        return shape instanceof Shape.Place || shape instanceof Shape.Secret;
    }
}
