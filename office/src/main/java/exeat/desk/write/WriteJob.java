package exeat.desk.write;

import exeat.casework.command.Command;
import exeat.store.Bytes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * One command on its way through the writer.
 *
 * @param session SHA-256 of the session's token
 * @param hash hash of the command, to tell a retry from another command under the same key
 * @param seen the version that the caller has seen; empty if they do not say
 * @param waiting the span of its wait, which ends when a batch takes it
 * @param context the caller's trace context
 * @param answer completed once, after the commit
 */
record WriteJob(
        Bytes session,
        String key,
        Bytes hash,
        Command command,
        OptionalLong seen,
        Span waiting,
        Context context,
        CompletableFuture<Reply> answer) {

    /** This command again, for an answer that nobody waits for yet. */
    WriteJob again() {
        return new WriteJob(
                session, key, hash, command, seen, waiting, context, new CompletableFuture<>());
    }
}
