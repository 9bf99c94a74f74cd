package exeat.desk;

import exeat.casework.State.BriefingState;
import exeat.casework.State.IssueState;
import exeat.rules.AuthorityId;
import exeat.rules.Directive;
import exeat.rules.DirectiveRecord;
import exeat.rules.DirectiveRef;
import exeat.rules.PackException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The directives, every version of each, and what was imported from archives. */
@SuppressWarnings("DoNotCallSuggester")
public final class Register {

    Register() {}

    /** Every version stored, the newest first. */
    public List<DirectiveRef> directives() {
        throw new UnsupportedOperationException();
    }

    /** The newest version of this directive. */
    public Optional<Directive> directive(String id) {
        throw new UnsupportedOperationException();
    }

    /** Exactly this version: a case stays on the one under which it was filed. */
    public Directive directive(DirectiveRef ref) {
        throw new UnsupportedOperationException();
    }

    /** Stores a pack's files whole; one that is stored already stays as it is. */
    public DirectiveRef load(Path packFolder) throws PackException {
        throw new UnsupportedOperationException();
    }

    /** Reads an archival text into the register and returns its id. */
    public String importText(String fileName, String text) throws PackException {
        throw new UnsupportedOperationException();
    }

    /** The record of a directive or of an imported text. */
    public Optional<DirectiveRecord> record(String id) {
        throw new UnsupportedOperationException();
    }

    /** The ids of what {@link #record} knows. */
    public List<String> records() {
        throw new UnsupportedOperationException();
    }

    public BriefingState briefing(Session session, String directive) {
        throw new UnsupportedOperationException();
    }

    /** The open and answered issues that this unit raised or has. */
    public List<IssueState> issues(Session session, AuthorityId unit) {
        throw new UnsupportedOperationException();
    }
}
