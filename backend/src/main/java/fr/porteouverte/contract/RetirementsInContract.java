package fr.porteouverte.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Marks what goes, and its headers: see {@link RetiredOperations}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RetirementsInContract implements OASFilter {
  private final List<Retirement> table;

  public RetirementsInContract() {
    this(Retirements.TABLE);
  }

  RetirementsInContract(List<Retirement> table) {
    this.table = table;
  }

  @Override
  public Operation filterOperation(Operation operation) {
    Retirements.in(table, operation.getOperationId()).ifPresent(going -> mark(operation, going));
    return operation;
  }

  private static void mark(Operation operation, Retirement going) {
    operation.setDeprecated(true);
    String before = operation.getDescription();
    operation.setDescription(before == null ? going.told() : before + "\n\n" + going.told());
    for (APIResponse answer : operation.getResponses().getAPIResponses().values()) {
      if (answer.getRef() == null) {
        header(answer, "Deprecation", "Since when it is going (RFC 9745)");
        header(answer, "Sunset", "When it may be gone (RFC 8594)");
      }
    }
  }

  private static void header(APIResponse answer, String name, String told) {
    answer.addHeader(
        name,
        OASFactory.createHeader()
            .description(told)
            .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
  }
}
