package exeat.papers.mrz;

/** The fields of a machine-readable zone. */
public enum MrzField {
    CODE("document code"),
    ISSUER("issuing state"),
    NUMBER("document number"),
    NUMBER_CHECK("check digit of the document number"),
    OPTIONAL("optional data"),
    OPTIONAL_CHECK("check digit of the optional data"),
    BIRTH("date of birth"),
    BIRTH_CHECK("check digit of the date of birth"),
    SEX("sex"),
    EXPIRY("date of expiry"),
    EXPIRY_CHECK("check digit of the date of expiry"),
    NATIONALITY("nationality"),
    SECOND_OPTIONAL("second optional data"),
    COMPOSITE_CHECK("composite check digit"),
    NAME("name");

    private final String words;

    MrzField(String words) {
        this.words = words;
    }

    /** In English, as a message has it. */
    public String words() {
        return words;
    }
}
