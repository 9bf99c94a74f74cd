package exeat.store.batch;

import exeat.store.Bytes;
import java.util.Optional;

/** One row's verdict, with the last event's leaf when it is {@link WriteVerdict#DONE}. */
public record WriteResult(int ord, WriteVerdict verdict, Optional<Bytes> leaf) {}
