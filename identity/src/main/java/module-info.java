/** Whether two entries are about one person, across scripts. Pure, usable alone. */
@SuppressWarnings("requires-automatic")
module exeat.identity {
    requires static org.jspecify;
    // Named in its manifest alone, and the one library that this module stands on.
    requires com.ibm.icu;

    exports exeat.identity.birth;
    exports exeat.identity.index;
    exports exeat.identity.match;
    exports exeat.identity.name;
    exports exeat.identity.sound;
}
