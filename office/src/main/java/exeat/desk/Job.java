package exeat.desk;

import exeat.casework.Command;
import exeat.store.Bytes;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * One command on its way through the writer.
 *
 * @param session SHA-256 of the session's token
 * @param hash of what was asked, to tell a repetition from another command under the same key
 * @param seen the version on which whoever asks made up their mind; empty when they do not say
 * @param answer completed once, after the commit
 */
record Job(
        Bytes session,
        String key,
        Bytes hash,
        Command command,
        OptionalLong seen,
        CompletableFuture<Reply> answer) {}
