package exeat.casework.event;

/** What an auditor is shown of an event. */
public enum AuditorDisclosure {
    /** Its fields, each as far as auditors may see its type. */
    FIELDS,
    /** The application, with replacement names and without protected facts. */
    APPLICATION,
    /** The finding: outcome, paragraphs, and facts that are not protected. */
    FINDING,
    /** Its fields, without what remains of erased travellers. */
    FIELDS_WITHOUT_REMAINS,
    /** It does not belong to a case. */
    NOTHING
}
