package fr.porteouverte.http;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A misspelt query parameter is said, not silently ignored. */
public class UnknownParameters {
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @ServerRequestFilter
  public void check(ContainerRequestContext request, ResourceInfo resource) {
    if (resource.getResourceMethod() == null) {
      return;
    }
    Set<String> unknown = new TreeSet<>(request.getUriInfo().getQueryParameters().keySet());
    if (unknown.isEmpty()) {
      return;
    }
    refuseControlCharacters(request.getUriInfo().getQueryParameters());
    unknown.removeAll(known.computeIfAbsent(resource.getResourceMethod(), UnknownParameters::of));
    if (!unknown.isEmpty()) {
      throw new Unknown(unknown);
    }
  }

  /** PostgreSQL refuses a NUL in any text; here it is a wrong parameter, not a fault of ours. */
  private static void refuseControlCharacters(MultivaluedMap<String, String> parameters) {
    List<FieldError> errors =
        parameters.entrySet().stream()
            .filter(entry -> entry.getValue().stream().anyMatch(UnknownParameters::unreadable))
            .map(
                entry ->
                    FieldError.of(
                        entry.getKey(),
                        "Des caractères ne sont pas lisibles.",
                        "Some characters are not readable."))
            .toList();
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }

  private static boolean unreadable(String value) {
    return value.chars().anyMatch(Character::isISOControl);
  }

  private static Set<String> of(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(QueryParam.class)) {
        names.add(parameter.getAnnotation(QueryParam.class).value());
      } else if (parameter.isAnnotationPresent(RestQuery.class)) {
        String name = parameter.getAnnotation(RestQuery.class).value();
        names.add(name.isEmpty() ? parameter.getName() : name);
      } else if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getDeclaredFields()) {
          if (field.isAnnotationPresent(QueryParam.class)) {
            names.add(field.getAnnotation(QueryParam.class).value());
          }
        }
      }
    }
    return names;
  }

  private static final class Unknown extends ProblemException {
    private final transient List<FieldError> errors;

    Unknown(Set<String> names) {
      super(
          ProblemType.UNKNOWN_PARAMETER,
          "Paramètre inconnu : " + String.join(", ", names) + ".",
          "Unknown parameter: " + String.join(", ", names) + ".");
      errors =
          names.stream()
              .map(
                  name ->
                      FieldError.of(
                          name, "Ce paramètre est inconnu.", "This parameter is unknown."))
              .toList();
    }

    @Override
    public List<FieldError> errors() {
      return errors;
    }
  }
}
