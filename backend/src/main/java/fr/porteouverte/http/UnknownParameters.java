package fr.porteouverte.http;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.TypedText;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A query parameter that is misspelt, given twice or unreadable is said, not silently ignored. */
public class UnknownParameters {
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();
  private final Map<Method, Set<String>> several = new ConcurrentHashMap<>();

  @ServerRequestFilter
  public void check(ContainerRequestContext request, ResourceInfo resource) {
    if (resource.getResourceMethod() == null) {
      return;
    }
    Set<String> unknown = new TreeSet<>(request.getUriInfo().getQueryParameters().keySet());
    if (unknown.isEmpty()) {
      return;
    }
    Method method = resource.getResourceMethod();
    refuse(
        request.getUriInfo().getQueryParameters(),
        several.computeIfAbsent(method, UnknownParameters::lists));
    unknown.removeAll(known.computeIfAbsent(method, UnknownParameters::of));
    if (!unknown.isEmpty()) {
      throw new Unknown(unknown);
    }
  }

  /** Those that are lists: each may come as often as somebody likes. */
  private static Set<String> lists(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(QueryParam.class)
          && Collection.class.isAssignableFrom(parameter.getType())) {
        names.add(parameter.getAnnotation(QueryParam.class).value());
      }
    }
    return names;
  }

  private static void refuse(MultivaluedMap<String, String> parameters, Set<String> several) {
    FieldReader query = new FieldReader();
    parameters.forEach(
        (name, values) -> {
          if (values.stream().anyMatch(value -> TypedText.clean(value, false) == null)) {
            query.wrong(
                name, "Des caractères ne sont pas lisibles.", "Some characters are not readable.");
          } else if (values.size() > 1 && !several.contains(name)) {
            query.wrong(name, "À donner une seule fois.", "To be given once only.");
          }
        });
    query.check();
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
