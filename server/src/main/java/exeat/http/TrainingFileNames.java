package exeat.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * The name of a file that somebody saves from a training installation begins with it: a table of
 * figures has no frame that could say so.
 */
@Provider
@Singleton
public final class TrainingFileNames implements ContainerResponseFilter {

    private static final String NAMED = "Content-Disposition";
    private static final Pattern NAME = Pattern.compile("filename=\"?");

    private final TrainingMode training;

    TrainingFileNames(TrainingMode training) {
        this.training = training;
    }

    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        var named = answer.getHeaders().getFirst(NAMED);
        if (named != null && training.isOn()) {
            var text = NAME.matcher(named.toString()).replaceFirst("$0training-");
            answer.getHeaders().putSingle(NAMED, text);
        }
    }
}
