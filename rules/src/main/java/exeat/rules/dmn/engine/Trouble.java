package exeat.rules.dmn.engine;

import exeat.rules.source.Problems;

/**
 * What becomes of a part that cannot be read: whoever wants an answer stops at the first, whoever
 * wants to know what is wrong with a file goes on to the next.
 */
interface Trouble {

    /** Either throws it, or keeps it and returns. */
    void found(Unsupported trouble) throws Unsupported;

    static Trouble stopping() {
        return trouble -> {
            throw trouble;
        };
    }

    static Trouble collecting(Problems problems) {
        return trouble -> problems.add(trouble.line(), trouble.element(), trouble.why());
    }
}
