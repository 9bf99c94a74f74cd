package exeat.tool.office;

import exeat.desk.webhook.Webhooks;
import exeat.rules.authority.AuthorityId;
import exeat.store.rows.WebhookStore.Dead;
import exeat.store.rows.WebhookStore.Webhook;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.TypedIds;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the commands on webhooks ask the office for. */
public final class WebhookAdminClient {

    private WebhookAdminClient() {}

    /**
     * A subscription to make.
     *
     * @param directive whose cases it is told of; empty where the unit says enough
     * @param types the events; all of them when empty
     */
    public record Request(String unit, Optional<String> directive, String url, List<String> types) {
        public Request {
            types = List.copyOf(types);
        }
    }

    public static int add(CommandIo io, DataOptions options, Request request) throws IOException {
        var id = new AuthorityId(TypedIds.unit(request.unit()));
        var url = request.url();
        var added =
                OperatorSession.in(
                        options,
                        office -> {
                            var by =
                                    OperatorActs.acting(
                                            options, office, "webhook add " + id + " " + url);
                            return office.webhooks()
                                    .add(id, request.directive(), url, request.types(), by);
                        });
        return switch (added) {
            case Webhooks.Added.Refused(var why) -> no(io, why);
            case Webhooks.Added.Done(var made) -> {
                io.print("id      %s%nsecret  %s%n".formatted(made.id(), made.secret()));
                io.err().println("The secret is shown only once: give it to the receiver now.");
                yield ExitStatus.DONE;
            }
        };
    }

    public static int list(CommandIo io, DataOptions options) throws IOException {
        var text = new StringBuilder();
        for (var webhook : OperatorSession.in(options, office -> office.webhooks().all())) {
            text.append(line(webhook));
        }
        io.print(text.toString());
        return ExitStatus.DONE;
    }

    private static String line(Webhook webhook) {
        var state =
                webhook.whyOff()
                        .map(why -> "OFF: " + why)
                        .or(() ->
                                webhook.failing()
                                        .map(at ->
                                                "no delivery has succeeded since "
                                                        + at.truncatedTo(ChronoUnit.SECONDS)))
                        .orElse("on");
        return "%s  %s  %s%n    %s%n    %d arrived, %d wait, %d given up; %s; made %s by %s%n"
                .formatted(
                        webhook.id(),
                        webhook.unit(),
                        webhook.url(),
                        String.join(" ", webhook.types()),
                        webhook.delivered(),
                        webhook.waiting(),
                        webhook.dead(),
                        state,
                        webhook.made().truncatedTo(ChronoUnit.SECONDS),
                        webhook.by());
    }

    public static int remove(CommandIo io, DataOptions options, String id) {
        return told(
                io,
                one(options, id, (hooks, hook) -> Optional.of(hooks.remove(hook))).filter(b -> b));
    }

    public static int test(CommandIo io, DataOptions options, String id) throws IOException {
        var word = one(options, id, Webhooks::test);
        if (word.isEmpty()) {
            return told(io, word);
        }
        io.print(word.get() + "\n");
        return word.get().matches("2\\d\\d") ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }

    public static int rotate(CommandIo io, DataOptions options, String id) throws IOException {
        return printed(
                io, one(options, id, Webhooks::rotate), secret -> "secret  " + secret + "\n");
    }

    public static int again(CommandIo io, DataOptions options, String id) throws IOException {
        return printed(io, one(options, id, Webhooks::again), n -> n + " will be sent again\n");
    }

    public static int dead(CommandIo io, DataOptions options, String id) throws IOException {
        return printed(
                io,
                one(options, id, Webhooks::dead),
                all -> all.stream().map(WebhookAdminClient::line).collect(Collectors.joining()));
    }

    private static String line(Dead dead) {
        return "%d  %s  %s  %s  %d tries  %s%n"
                .formatted(
                        dead.place(),
                        dead.entry(),
                        dead.type(),
                        dead.at(),
                        dead.tries(),
                        dead.status());
    }

    /** Something done with one subscription. */
    @FunctionalInterface
    private interface Deed<T> {
        Optional<T> on(Webhooks hooks, UUID id);
    }

    private static <T> Optional<T> one(DataOptions options, String id, Deed<T> deed) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException broken) {
            throw new UsageError("not the id of a subscription: " + id, broken);
        }
        return OperatorSession.in(options, office -> deed.on(office.webhooks(), uuid));
    }

    private static <T> int printed(CommandIo io, Optional<T> found, Function<T, String> text)
            throws IOException {
        if (found.isEmpty()) {
            return told(io, found);
        }
        io.print(text.apply(found.get()));
        return ExitStatus.DONE;
    }

    private static int told(CommandIo io, Optional<?> found) {
        return found.isPresent() ? ExitStatus.DONE : no(io, "there is no such subscription");
    }

    private static int no(CommandIo io, String why) {
        io.err().println("exeat: " + why);
        return ExitStatus.NEGATIVE;
    }
}
