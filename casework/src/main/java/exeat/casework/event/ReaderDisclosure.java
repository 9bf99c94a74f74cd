package exeat.casework.event;

/** What a reader of a stream, as far as they see it, is shown of an event. */
public enum ReaderDisclosure {
    /** Everybody who sees the stream is shown it. */
    EVERYBODY,
    /** Everybody is shown it, without what is left of the erased travellers. */
    EVERYBODY_WITHOUT_REMAINS,
    /** Whoever sees the traveller whole. */
    WHOLE,
    /** Everybody where it concerns the principal; else whoever sees the traveller whole. */
    WHOLE_OR_PRINCIPAL,
    /** The application, with only those travellers who are seen whole. */
    TRAVELLERS_SEEN,
    /** Whoever keeps or erases the file. */
    ARCHIVE
}
