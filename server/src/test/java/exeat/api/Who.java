package exeat.api;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Who asks: the columns of the table of rights. */
enum Who {
    NOBODY("nobody", "has no session"),
    NEW("new", "has a session in which to begin an application, as everybody can get"),
    PERSON("person", "the traveller whose application it is"),
    OTHER("other", "a traveller of another application"),
    HOLDER("holder", "a second officer of the unit that holds the file (foreign affairs, Yanji)"),
    UNREAD("unread", "an officer of that unit who has not acknowledged the directive"),
    POLICE("police", "an officer of the unit that clears it (public security, Yanji)"),
    BORDER("border", "an officer of a border-defence post (Tumen)"),
    CUSTOMS("customs", "an officer of customs (Tumen)"),
    FOREIGN("foreign", "an officer of another county (foreign affairs, Tumen)"),
    COUNTY("county", "an officer of the committee of the county"),
    PROVINCE("province", "an officer of the committee of the province, who reviews appeals"),
    ISSUER("issuer", "an officer of the unit that issued the directive"),
    LAWYER("lawyer", "a lawyer of that unit"),
    AUDITOR("auditor", "an auditor of that unit's directive"),
    ADMINISTRATOR("admin", "an administrator, who keeps accounts");

    private final String title;
    private final String meaning;

    Who(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    String title() {
        return title;
    }

    static String legend() {
        return Arrays.stream(values())
                .map(who -> "| " + who.title + " | " + who.meaning + " |\n")
                .collect(Collectors.joining());
    }
}
