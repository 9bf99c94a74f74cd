package exeat.casework.event;

/** What an auditor, who inspects cases and nothing else, is shown of an event. */
public enum AuditorDisclosure {
    /** Its fields, each as far as its type may be shown. */
    FIELDS,
    /** Of the application: people under other names, no protected fact. */
    APPLICATION,
    /** Of the finding: the outcome, the paragraphs, and the facts that are not protected. */
    FINDING,
    /** Its fields, without what is left of the erased travellers. */
    FIELDS_WITHOUT_REMAINS,
    /** It is in no case. */
    NOTHING
}
