package exeat.identity.sound;

/** What a word is written in, as far as it matters to how it is read. */
public enum Writing {
    HAN,
    HANGUL,
    CYRILLIC,
    LATIN,
    /** Read by way of ICU's transliteration to Latin. */
    OTHER;

    /** By the first letter that has a script; LATIN if none has. */
    static Writing of(String word) {
        return word.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Writing::of)
                .findFirst()
                .orElse(LATIN);
    }

    static Writing of(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN -> HAN;
            case HANGUL -> HANGUL;
            case CYRILLIC -> CYRILLIC;
            case LATIN, COMMON, INHERITED -> LATIN;
            default -> OTHER;
        };
    }
}
