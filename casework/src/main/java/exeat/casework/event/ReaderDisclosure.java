package exeat.casework.event;

/** What a reader of a stream is shown of an event. */
public enum ReaderDisclosure {
    /** Everyone who sees the stream. */
    EVERYBODY,
    /** Everyone, without what remains of erased travellers. */
    EVERYBODY_WITHOUT_REMAINS,
    /** Readers who see the traveller in full. */
    WHOLE,
    /** Everyone if it concerns the principal; otherwise readers who see the traveller in full. */
    WHOLE_OR_PRINCIPAL,
    /** The application, with only the travellers whom the reader sees in full. */
    TRAVELLERS_SEEN,
    /** The person it is about, and the officers who hear them. */
    PROTECTION,
    /** The person it is about alone: the officer who hears them next is to hear it from them. */
    PROTECTION_PERSON,
    /** Officers who keep or erase the case. */
    ARCHIVE
}
