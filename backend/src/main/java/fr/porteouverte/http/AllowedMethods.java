package fr.porteouverte.http;

import fr.porteouverte.problem.ProblemAnswer;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says in {@code Allow} what an address does answer, when it was asked otherwise (RFC 9110,
 * 15.5.6).
 */
@Singleton
public class AllowedMethods {
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;

  @Inject BeanManager beans;
  @Inject ProblemAnswer answer;

  private final List<Operation> operations = new ArrayList<>();

  private record Operation(Pattern path, String method) {}

  @PostConstruct
  void read() {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path root = bean.getBeanClass().getAnnotation(Path.class);
      if (root != null) {
        for (Method method : bean.getBeanClass().getMethods()) {
          String verb = verb(method);
          if (verb != null) {
            Path rest = method.getAnnotation(Path.class);
            operations.add(
                new Operation(pattern(root.value(), rest == null ? "" : rest.value()), verb));
          }
        }
      }
    }
  }

  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != NOT_FOUND && response.getStatus() != METHOD_NOT_ALLOWED) {
      return;
    }
    Set<String> allowed = at(request.getUriInfo().getPath().replaceAll("^/+|/+$", ""));
    if (allowed.isEmpty() || allowed.contains(request.getMethod())) {
      return;
    }
    if (response.getStatus() == NOT_FOUND) {
      // Of an address that several classes share RESTEasy knows only one, and says "not found".
      response.setStatus(METHOD_NOT_ALLOWED);
      response.setEntity(
          answer.of(new ProblemException(ProblemType.METHOD_NOT_ALLOWED, (Text) null)).getEntity());
    }
    response.getHeaders().putSingle("Allow", String.join(", ", allowed));
  }

  private Set<String> at(String path) {
    Set<String> allowed = new TreeSet<>();
    operations.stream()
        .filter(operation -> operation.path().matcher(path).matches())
        .forEach(operation -> allowed.add(operation.method()));
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    return allowed;
  }

  private static @Nullable String verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return verb.value();
      }
    }
    return null;
  }

  /** Of {@code /tickets/{id}/call}: each part in braces is one step of an address. */
  private static Pattern pattern(String root, String rest) {
    String path = (root + "/" + rest).replaceAll("/+", "/").replaceAll("^/+|/+$", "");
    return Pattern.compile(Pattern.quote(path).replaceAll("\\{[^/]+?}", "\\\\E[^/]+\\\\Q"));
  }
}
