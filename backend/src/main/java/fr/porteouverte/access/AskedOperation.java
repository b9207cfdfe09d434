package fr.porteouverte.access;

import fr.porteouverte.access.Rights.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, and as what somebody may do it: their other roles count for nothing there, in
 * no house.
 */
@RequestScoped
class AskedOperation {
  /** Null: nothing was asked for over HTTP. */
  private @Nullable Set<String> roles;

  private boolean everybody = true;

  /** Whether it is one of those that systems do in their places. */
  private boolean scoped;

  /** Those of the roles that the table of rights names; where everybody may ask, all of them. */
  Set<String> allowed(Set<String> has) {
    Set<String> named = roles;
    if (named == null || (everybody && scoped)) {
      return has;
    }
    if (everybody) {
      // To what everybody may do, another system's places add nothing unless a scope says so.
      return has.stream()
          .filter(role -> !role.equals(Role.INTEGRATOR))
          .collect(Collectors.toUnmodifiableSet());
    }
    return has.stream().filter(named::contains).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param asked null: it is not in the table, and nobody may do it
   */
  void is(@Nullable Right asked, boolean withScope) {
    this.scoped = withScope;
    this.roles = asked == null ? Set.of() : Set.copyOf(asked.roles());
    this.everybody = asked != null && asked.roles().isEmpty();
  }

  /** Notes the operation before anything is asked of it. */
  @Singleton
  static class Note {
    @Inject AskedOperation asked;

    @ServerRequestFilter
    public void note(ResourceInfo resource) {
      Method method = resource.getResourceMethod();
      String operation = method == null ? "" : operation(method);
      asked.is(Rights.table().get(operation), Rights.scopes().containsKey(operation));
    }

    /** A hidden one, for another kind of body, is the same operation as its namesake. */
    static String operation(Method method) {
      String name = id(method);
      return name.isEmpty()
          ? Arrays.stream(method.getDeclaringClass().getMethods())
              .filter(one -> one.getName().equals(method.getName()))
              .map(Note::id)
              .filter(Predicate.not(String::isEmpty))
              .findFirst()
              .orElse("")
          : name;
    }

    private static String id(Method method) {
      Operation told = method.getAnnotation(Operation.class);
      return told == null ? "" : told.operationId();
    }
  }
}
