package exeat.rules.explain;

/** Whom a text is worded for. */
public enum Reader {
    /** The person whom the decision is about: "you". */
    PERSON,
    /** Somebody who works on their case, and reads of them in the third person. */
    OFFICER
}
