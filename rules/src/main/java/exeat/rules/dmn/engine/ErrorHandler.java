package exeat.rules.dmn.engine;

import exeat.rules.source.ProblemCollector;

/**
 * Handles a part that cannot be read: evaluation stops at the first one, while checking a file
 * continues with the next.
 */
interface ErrorHandler {

    /** Either throws the error, or records it and returns. */
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
