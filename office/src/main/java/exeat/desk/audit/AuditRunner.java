package exeat.desk.audit;

import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.write.ErasureLog;
import exeat.store.audit.AuditStore;
import exeat.store.key.Keys;
import exeat.store.ledger.Sequencer;
import exeat.store.tamper.Rehearsal;
import exeat.store.tamper.Tamper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Audits the office's database, as it is or after tampering. */
public final class AuditRunner {

    private final Infrastructure in;
    private final Keys keys;
    private final DirectiveRegister register;
    private final Sequencer sequencer;
    private final ErasureLog erasures;
    private final Rebuild rebuild;

    public AuditRunner(
            Infrastructure in,
            Keys keys,
            DirectiveRegister register,
            Sequencer sequencer,
            ErasureLog erasures) {
        this.erasures = erasures;
        this.rebuild = Rebuild.of(in, register);
        this.in = in;
        this.keys = keys;
        this.register = register;
        this.sequencer = sequencer;
    }

    /** The faults; empty if there are none. */
    public List<IntegrityAudit.Fault> run() {
        return StoreCalls.read(() -> {
            var signed = signed();
            return AuditStore.of(in.database(), store -> audit(store, signed));
        });
    }

    /** Every object of the schema and who may use it, as an audit reads it. */
    public List<AuditStore.Line> catalogue() {
        return StoreCalls.read(() -> AuditStore.of(in.database(), AuditStore::catalogue));
    }

    /** Writes what follows from events again. */
    public Rebuild rebuild() {
        return rebuild;
    }

    private List<IntegrityAudit.Fault> audit(AuditStore store, IntegrityAudit.Signed signed)
            throws SQLException, IOException {
        return IntegrityAudit.of(store, register, in.vault(), signed);
    }

    /**
     * The newest checkpoint. It is read before the database: everything that it covers is then in
     * the database, and a log that grows meanwhile is no fault.
     */
    private IntegrityAudit.Signed signed() throws IOException {
        return new IntegrityAudit.Signed(
                sequencer.keys(), sequencer.keptOutside(), erasures.proved());
    }

    /**
     * What an audit finds after each of these changes to the embedded database, which is restored
     * afterwards.
     */
    public List<TamperResult> rehearse(List<Tamper> tampers) {
        var tried = new ArrayList<TamperResult>();
        for (var tamper : tampers) {
            tried.add(
                    StoreCalls.read(() -> {
                        var signed = signed();
                        return Rehearsal.of(
                                in.database(),
                                keys,
                                tamper,
                                (store, place) ->
                                        new TamperResult(tamper, place, audit(store, signed)));
                    }));
        }
        return tried;
    }

    /**
     * The result of one attempt.
     *
     * @param place where the change was made
     */
    public record TamperResult(Tamper tamper, String place, List<IntegrityAudit.Fault> faults) {

        /** The fault that names the table and the place, if there is one. */
        public Optional<IntegrityAudit.Fault> found() {
            return faults.stream()
                    .filter(fault ->
                            fault.table().equals(tamper.table())
                                    && (fault.where() + " " + fault.what()).contains(place))
                    .findFirst();
        }
    }
}
