package fr.porteouverte.contract;

import fr.porteouverte.problem.ProblemType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Tells, in {@code x-problems}, the types of problem that an operation can answer: what follows
 * from its form (a body, a version, a login), and what {@link Refusals} says of it. At the root
 * stands what any request may hear. Every refusal that a test receives is held against it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class RefusalsInContract implements OASFilter {
  private static final String PROBLEMS = "x-problems";

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    contract.addExtension(PROBLEMS, codes(Refusals.ANY));
    contract
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .values()
                    .forEach(operation -> tell(operation, refusals(path, item, operation))));
  }

  /** Beside those that are told already, of whatever filter. */
  public static void tell(Operation operation, Set<ProblemType> types) {
    Set<String> all = new TreeSet<>(codes(types));
    if (operation.getExtensions() != null
        && operation.getExtensions().get(PROBLEMS) instanceof List<?> told) {
      told.forEach(code -> all.add(String.valueOf(code)));
    }
    operation.addExtension(PROBLEMS, List.copyOf(all));
  }

  private static Set<ProblemType> refusals(String path, PathItem item, Operation operation) {
    Set<ProblemType> all = EnumSet.noneOf(ProblemType.class);
    all.addAll(Refusals.of(operation.getOperationId()));
    List<Parameter> parameters =
        Stream.of(operation.getParameters(), item.getParameters())
            .filter(some -> some != null)
            .flatMap(List::stream)
            .toList();
    if (!parameters.isEmpty() || operation.getRequestBody() != null) {
      all.add(ProblemType.INVALID_REQUEST);
    }
    if (path.contains("{")) {
      all.add(ProblemType.NOT_FOUND);
    }
    if (operation.getRequestBody() != null) {
      all.addAll(Refusals.BODY);
    }
    if (operation.getExtensions() != null && operation.getExtensions().containsKey("x-roles")) {
      all.add(ProblemType.FORBIDDEN);
    }
    for (Parameter parameter : parameters) {
      switch (String.valueOf(parameter.getName())) {
        case "If-Match" -> all.addAll(Refusals.VERSION);
        case "Idempotency-Key" -> all.add(ProblemType.IDEMPOTENCY_KEY_REUSED);
        default -> {}
      }
    }
    all.removeAll(Refusals.ANY);
    return all;
  }

  private static List<String> codes(Set<ProblemType> types) {
    return types.stream().map(ProblemType::code).sorted().toList();
  }
}
