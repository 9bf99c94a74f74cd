package exeat.desk.write;

import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.value.Application;
import exeat.casework.value.ReportFigures;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.auth.Authentication;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.ReferenceCodes;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.codec.JsonCodec;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.authority.AuthorityId;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.key.Vault;
import io.opentelemetry.context.Context;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The entry point of every command, from pages, API, files and the command line. */
public final class Desk {

    /** How many numbers are tried before giving up. */
    private static final int MAX_NUMBERS = 8;

    /** With what the key of a claim to protection begins that is made where anybody may. */
    public static final String AT_DOOR = "claim ";

    private static final OptionalLong ANY = OptionalLong.empty();

    private final Writer writer;
    private final Authentication doors;
    private final Vault vault;
    private final DirectiveRegister register;
    private final ErasureLog erasures;
    private final Figures figures;

    public Desk(
            Writer writer,
            Authentication doors,
            Vault vault,
            DirectiveRegister register,
            ErasureLog erasures,
            Figures figures) {
        this.writer = writer;
        this.doors = doors;
        this.vault = vault;
        this.register = register;
        this.erasures = erasures;
        this.figures = figures;
    }

    /** The figures that go into a unit's report. */
    public interface Figures {

        /** Empty where this session may not look at that unit. */
        Optional<ReportFigures> of(Session session, AuthorityId unit);
    }

    /**
     * Does what a command asks, once.
     *
     * @param key unique per principal; the same key with the same command gives the same answer
     * @throws exeat.store.OfficeException when the session has ended
     */
    public Reply handle(Session session, String key, Command command) {
        return handle(session, key, command, ANY);
    }

    /**
     * Handles a command of somebody who looked at the stream first: if something has happened there
     * since, the command is rejected as {@link Rejection.Code#CHANGED}.
     *
     * @param seen the number of the last event that they saw
     */
    public Reply handle(Session session, String key, Command command, OptionalLong seen) {
        if (command instanceof BriefingCommand.PutInForce force) {
            // Seconds of work, done here so that no other command waits for it.
            register.version(force.stream().directive(), force.version())
                    .ifPresent(register::proofs);
        }
        var reply = writer.submit(job(session, key, hash(command), filled(session, command), seen));
        if (reply instanceof Reply.Done) {
            followUp(command);
        } else if (reply instanceof Reply.OutcomeUnknown) {
            try {
                followUp(command);
            } catch (OfficeException away) {
                // Sending it again under its key does this too, and so does the next start.
            }
        }
        return reply;
    }

    /** What is remembered of the register and kept of erasures is as the database has it. */
    private void followUp(Command command) {
        switch (command) {
            case BriefingCommand.PutInForce(var id, _) -> register.changed(id.directive());
            case BriefingCommand.SecondChange(var id, _) -> register.changed(id.directive());
            case BriefingCommand.Clarify clarify -> register.changed(clarify.stream().directive());
            case ArchiveCommand _ -> {
                erasures.keep();
                erasures.issues(this, doors);
            }
            default -> {}
        }
    }

    /**
     * The hash of a command. A report's figures belong to the moment of sending, and being out of
     * order can change from one moment to the next: neither is part of the hash.
     */
    private static Bytes hash(Command command) {
        return JsonCodec.hash(
                switch (command) {
                    case UnitReportCommand.SendReport(var id, var words, _) ->
                            new UnitReportCommand.SendReport(id, words);
                    case CaseCommand.ActOutOfOrder(_, var deed) -> deed;
                    default -> command;
                });
    }

    /** With the figures that are the office's to give, whatever the caller put in their place. */
    private Command filled(Session session, Command command) {
        return command instanceof UnitReportCommand.SendReport(var id, var words, _)
                ? new UnitReportCommand.SendReport(id, words, figures.of(session, id.unit()))
                : command;
    }

    /** A command, or a draft, with the key under which it acts once. */
    public record Keyed<T>(String key, T asked) {}

    /**
     * Many commands on cases at once, for files and loaders: each is what it is with {@link
     * #handle}, and they share batches without a thread each. Each acts or fails alone.
     *
     * @return the answers, in the order of the commands
     * @throws exeat.store.OfficeException the first one's that failed so; the others are done or
     *     not, and the same keys tell
     */
    public List<Reply> handleAll(Session session, List<Keyed<CaseCommand>> commands) {
        var jobs =
                commands.stream()
                        .map(c -> job(session, c.key(), JsonCodec.hash(c.asked()), c.asked(), ANY));
        return writer.submitAll(jobs.iterator()).stream().map(Supplier::get).toList();
    }

    private WriteJob job(
            Session session, String key, Bytes hash, Command command, OptionalLong seen) {
        var token = SessionTokens.hash(session.token());
        var context = Context.current();
        var waiting = writer.waits(context);
        return new WriteJob(
                token, key, hash, command, seen, waiting, context, new CompletableFuture<>());
    }

    /**
     * The first of two officers has identified a person: the reply has the first part of a new
     * secret, which opens nothing. Only its hash is kept.
     *
     * @param seen what identified the person
     */
    public SecretReply askForSecret(
            Session officer, String key, CaseId id, TravellerNo to, String seen) {
        var part = secretPart(officer, key, id, to);
        var hash = doors.secretPartHash(part).base64();
        return handedOver(
                handle(officer, key, new SecretCommand.AskForSecret(id, to, hash, seen)), part);
    }

    /**
     * The second officer has identified the person too: the reply has the other part of the secret.
     * Neither officer ever has it whole.
     *
     * @param request the number of the first officer's request
     * @param seen what identified the person
     */
    public SecretReply issueSecret(
            Session officer, String key, CaseId id, TravellerNo to, int request, String seen) {
        var part = secretPart(officer, key, id, to);
        var hash = doors.secretPartHash(part).base64();
        return handedOver(
                handle(officer, key, new SecretCommand.IssueSecret(id, to, request, hash, seen)),
                part);
    }

    private static SecretReply handedOver(Reply reply, String part) {
        return new SecretReply(
                reply, reply instanceof Reply.Done ? Optional.of(part) : Optional.empty());
    }

    /** The part of a secret from this officer's own key: another's gives another part. */
    private String secretPart(Session officer, String key, CaseId id, TravellerNo to) {
        var seed = id.key() + "\0" + to + "\0" + principal(officer) + "\0" + key;
        return ReferenceCodes.secretPart(vault.keyed("own secret", seed));
    }

    /**
     * Files an application: gives it an id, a number and, for a principal who files for themselves,
     * a secret. All three are derived from the key, so that a retry gets the same ones.
     */
    public FilingReply apply(Session session, String key, ApplicationDraft draft) {
        for (int attempt = 1; ; attempt++) {
            var filing = new Filing(session, key, draft, attempt);
            try {
                return filing.filed(writer.submit(filing.job));
            } catch (BatchRunner.NumberTaken taken) {
                if (attempt == MAX_NUMBERS) {
                    throw taken;
                }
            }
        }
    }

    /**
     * Files many applications at once; see {@link #handleAll}. The work on them is shared between
     * them, so this is the way for thousands; hand in a thousand at a time.
     */
    public List<FilingReply> applyAll(Session session, List<Keyed<ApplicationDraft>> drafts) {
        // Each is made ready while those before it are written.
        var filings = new ArrayList<Filing>();
        var jobs =
                drafts.stream()
                        .map(d -> {
                            var filing = new Filing(session, d.key(), d.asked(), 1);
                            filings.add(filing);
                            return filing.job;
                        });
        var replies = writer.submitAll(jobs.iterator());
        var filed = new ArrayList<FilingReply>();
        for (var filing : filings) {
            filed.add(filedOrAgain(filing, replies.get(filed.size())));
        }
        return filed;
    }

    private FilingReply filedOrAgain(Filing filing, Supplier<Reply> reply) {
        try {
            return filing.filed(reply.get());
        } catch (BatchRunner.NumberTaken taken) {
            return apply(filing.session, filing.key, filing.draft);
        }
    }

    /** One attempt to file a draft. */
    private final class Filing {
        private final Session session;
        private final String key;
        private final ApplicationDraft draft;
        private final Optional<String> secret;
        private final WriteJob job;

        /** Another attempt gives another number; everything else stays the same. */
        Filing(Session session, String key, ApplicationDraft draft, int attempt) {
            this.session = session;
            this.key = key;
            this.draft = draft;
            var seed = principal(session) + "\0" + key;
            var id = caseId(seed);
            var own = Application.filer(draft.principal(), draft.travellers());
            boolean forOneself = session.actor() instanceof Actor.Stranger;
            secret = forOneself ? Optional.of(secret(id, own, key)) : Optional.empty();
            var hashes =
                    secret.map(s -> Map.of(own, doors.secretHash(s).base64())).orElse(Map.of());
            var application =
                    new Application(
                            ReferenceCodes.number(vault.keyed("number", seed + "\0" + attempt)),
                            draft.channel(),
                            draft.principal(),
                            unit(session),
                            draft.travellers());
            var command = new CaseCommand.Apply(id, application, hashes, draft.directive());
            job = Desk.this.job(session, key, JsonCodec.hash(draft), command, ANY);
        }

        FilingReply filed(Reply reply) {
            return Desk.filed(reply, secret);
        }
    }

    private static FilingReply filed(Reply reply, Optional<String> secret) {
        return reply instanceof Reply.Done done
                ? new FilingReply(reply, Optional.of(number(done)), secret)
                : new FilingReply(reply, Optional.empty(), Optional.empty());
    }

    private static String number(Reply.Done done) {
        return done.events().stream()
                .filter(CaseEvent.Applied.class::isInstance)
                .map(event -> ((CaseEvent.Applied) event).application().number())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<AuthorityId> unit(Session session) {
        return session.actor() instanceof Actor.Officer officer
                ? Optional.of(officer.unit())
                : Optional.empty();
    }

    /** Whose key it is: an officer's in every session of theirs, a stranger's in this one. */
    public static String principal(Session session) {
        return session.actor() instanceof Actor.Officer officer
                ? "officer/" + officer.id().text()
                : SessionTokens.hash(session.token()).hex();
    }

    private CaseId caseId(String seed) {
        var bits = ByteBuffer.wrap(vault.keyed("case", seed).array());
        // The marks of a random UUID, RFC 9562 version 4.
        long high = (bits.getLong() & ~0xf000L) | 0x4000L;
        long low = (bits.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new CaseId(new UUID(high, low));
    }

    private String secret(CaseId id, TravellerNo to, String key) {
        return ReferenceCodes.secret(vault.keyed("own secret", id.key() + "\0" + to + "\0" + key));
    }
}
