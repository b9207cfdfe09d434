package fr.porteouverte.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Tells integrators, and the app's tests, which roles may call an operation, as its code says it:
 * {@code x-roles}. An operation without is open to everybody.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RolesInContract implements OASFilter {
  private static final DotName OPERATION =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
  private static final DotName ROLES = DotName.createSimple(RolesAllowed.class);
  private static final DotName EVERYBODY = DotName.createSimple(PermitAll.class);

  private final Map<String, List<String>> roles = new HashMap<>();

  public RolesInContract(IndexView code) {
    for (AnnotationInstance operation : code.getAnnotations(OPERATION)) {
      MethodInfo method = operation.target().asMethod();
      AnnotationInstance allowed = allowed(method);
      if (allowed != null && operation.value("operationId") != null) {
        roles.put(
            operation.value("operationId").asString(),
            Arrays.asList(allowed.value().asStringArray()));
      }
    }
  }

  private static @Nullable AnnotationInstance allowed(MethodInfo method) {
    if (method.hasAnnotation(EVERYBODY)) {
      return null;
    }
    return method.hasAnnotation(ROLES)
        ? method.annotation(ROLES)
        : method.declaringClass().declaredAnnotation(ROLES);
  }

  @Override
  public Operation filterOperation(Operation operation) {
    List<String> allowed = roles.get(operation.getOperationId());
    if (allowed != null) {
      operation.addExtension("x-roles", allowed);
    }
    return operation;
  }
}
