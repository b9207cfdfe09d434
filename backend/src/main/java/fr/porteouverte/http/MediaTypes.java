package fr.porteouverte.http;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Whoever accepts only what an operation does not give, or sends what it does not take, is told so
 * before anything is done.
 */
public class MediaTypes {
  private static final String[] JSON = {MediaType.APPLICATION_JSON};

  @ServerRequestFilter
  public void check(ContainerRequestContext request, ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return;
    }
    refuseOtherBodies(request, method);
    List<MediaType> accepted = request.getAcceptableMediaTypes();
    boolean given =
        accepted.isEmpty()
            || Arrays.stream(produced(method))
                .map(MediaType::valueOf)
                .anyMatch(type -> accepted.stream().anyMatch(type::isCompatible));
    if (!given) {
      throw new ProblemException(
          ProblemType.NOT_ACCEPTABLE,
          "Réponse possible : " + String.join(", ", produced(method)) + ".",
          "Possible answer: " + String.join(", ", produced(method)) + ".");
    }
  }

  private static void refuseOtherBodies(ContainerRequestContext request, Method method) {
    MediaType sent = request.getMediaType();
    if (sent == null || "0".equals(request.getHeaderString(HttpHeaders.CONTENT_LENGTH))) {
      return;
    }
    // What is sent has one type: a wildcard is only for what is accepted (RFC 9110, 8.3.1).
    boolean taken =
        !sent.isWildcardType()
            && !sent.isWildcardSubtype()
            && Arrays.stream(consumed(method)).map(MediaType::valueOf).anyMatch(sent::isCompatible);
    if (!taken) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Contenu attendu : " + String.join(", ", consumed(method)) + ".",
          "Expected content: " + String.join(", ", consumed(method)) + ".");
    }
  }

  /** Where every type would be taken none is read: a body is JSON there, too. */
  private static String[] consumed(Method method) {
    Consumes here = method.getAnnotation(Consumes.class);
    Consumes everywhere = method.getDeclaringClass().getAnnotation(Consumes.class);
    Consumes said = here == null ? everywhere : here;
    return said == null || said.value()[0].equals(MediaType.WILDCARD) ? JSON : said.value();
  }

  private static String[] produced(Method method) {
    Produces here = method.getAnnotation(Produces.class);
    Produces everywhere = method.getDeclaringClass().getAnnotation(Produces.class);
    Produces said = here == null ? everywhere : here;
    return said == null ? JSON : said.value();
  }
}
