package exeat.rules.dmn.engine;

import exeat.rules.source.ProblemCollector;

/**
 * Handles a part that cannot be read: evaluation stops at the first, checking a file continues with
 * the next.
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
