package exeat.rules.dmn.engine;

import exeat.rules.source.ProblemCollector;

/**
 * What becomes of a part that cannot be read: whoever wants an answer stops at the first, whoever
 * wants to know what is wrong with a file goes on to the next.
 */
interface ErrorHandler {

    /** Either throws it, or keeps it and returns. */
    void found(UnsupportedElementException trouble) throws UnsupportedElementException;

    static ErrorHandler stopping() {
        return trouble -> {
            throw trouble;
        };
    }

    static ErrorHandler collecting(ProblemCollector problems) {
        return trouble -> problems.add(trouble.line(), trouble.element(), trouble.why());
    }
}
