package exeat.casework.command;

import exeat.casework.command.Rejection.Code;
import exeat.casework.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Conditions in order: the first that fails is the answer, and later ones are not checked. */
public final class Check {

    private static final Check PASSED = new Check(Optional.empty());

    private final Optional<Rejection> failure;

    private Check(Optional<Rejection> failure) {
        this.failure = failure;
    }

    public static Check that(boolean holds, Code code, String about) {
        return PASSED.and(holds, code, about);
    }

    static Check of(Optional<Rejection> failure) {
        return new Check(failure);
    }

    public Check and(boolean holds, Code code, String about) {
        return and(() -> holds, code, about);
    }

    public Check and(BooleanSupplier holds, Code code, String about) {
        if (failure.isPresent() || holds.getAsBoolean()) {
            return this;
        }
        return new Check(Optional.of(new Rejection(code, about)));
    }

    public Check and(Supplier<Optional<Rejection>> next) {
        return failure.isPresent() ? this : new Check(next.get());
    }

    public Optional<Rejection> failure() {
        return failure;
    }

    public Response then(Supplier<? extends List<? extends Event>> events) {
        return failure.<Response>map(Response.Rejected::new)
                .orElseGet(() -> new Response.Accepted(List.copyOf(events.get())));
    }

    public static Optional<Rejection> no(Code code, String about) {
        return Optional.of(new Rejection(code, about));
    }

    public static Response rejected(Code code, String about) {
        return new Response.Rejected(new Rejection(code, about));
    }
}
