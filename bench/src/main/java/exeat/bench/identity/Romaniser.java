package exeat.bench.identity;

import java.util.Locale;

/**
 * Writes Hangul in other letters, by tables of its own: what is measured must not be measured with
 * the tables that it reads by. Speech between syllables is left out, as clerks leave it out.
 */
enum Romaniser {
    REVISED(
            "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h",
            "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i",
            ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t"),
    MC_CUNE_REISCHAUER(
            "k,kk,n,t,tt,r,m,p,pp,s,ss,,ch,tch,ch',k',t',p',h",
            "a,ae,ya,yae,ŏ,e,yŏ,ye,o,wa,wae,oe,yo,u,wŏ,we,wi,yu,ŭ,ŭi,i",
            ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t"),
    NORTH(
            "k,kk,n,t,tt,r,m,p,pp,s,ss,,j,jj,ch,kh,th,ph,h",
            "a,ae,ya,yae,o,e,yo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,u,ui,i",
            ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t"),
    KONTSEVICH(
            "к,кк,н,т,тт,р,м,п,пп,с,сс,,ч,чч,чх,кх,тх,пх,х",
            "а,э,я,йя,о,е,ё,йе,о,ва,вэ,ве,ё,у,во,ве,ви,ю,ы,ый,и",
            ",к,к,к,н,н,н,т,ль,к,м,ль,ль,ль,п,ль,м,п,п,т,т,н,т,т,к,т,п,т");

    private static final int FIRST = 0xAC00;
    private static final int VOWEL_COUNT = 21;
    private static final int END_COUNT = 28;

    @SuppressWarnings("ImmutableEnumChecker")
    private final String[] beginnings;

    @SuppressWarnings("ImmutableEnumChecker")
    private final String[] vowels;

    @SuppressWarnings("ImmutableEnumChecker")
    private final String[] ends;

    Romaniser(String beginnings, String vowels, String ends) {
        this.beginnings = beginnings.split(",", -1);
        this.vowels = vowels.split(",", -1);
        this.ends = ends.split(",", -1);
    }

    /** The surname, a space, the given name in one word. */
    String of(String surname, String given) {
        return capital(word(surname)) + " " + capital(word(given));
    }

    private String word(String hangul) {
        var word = new StringBuilder();
        for (int i = 0; i < hangul.length(); i++) {
            int number = hangul.charAt(i) - FIRST;
            word.append(beginnings[number / (VOWEL_COUNT * END_COUNT)])
                    .append(vowels[number / END_COUNT % VOWEL_COUNT])
                    .append(ends[number % END_COUNT]);
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
