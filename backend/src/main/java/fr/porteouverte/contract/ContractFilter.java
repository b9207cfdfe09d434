package fr.porteouverte.contract;

import fr.porteouverte.database.Idempotency;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Says once for the whole contract what holds for every operation: a refusal is a Problem. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BOTH)
public class ContractFilter implements OASFilter {
  private static final String REFUSAL = "Refusal";

  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    // What the generator guesses (400, 401, 403 without a body) is a refusal like every other.
    operation.getResponses().getAPIResponses().keySet().stream()
        .filter(status -> status.startsWith("4"))
        .toList()
        .forEach(operation.getResponses()::removeAPIResponse);
    operation.getResponses().getAPIResponses().values().stream()
        .filter(answer -> answer.getRef() == null && answer.getDescription() == null)
        .forEach(answer -> answer.setDescription("Done"));
    tellRepeats(operation);
    tellLocation(operation.getResponses().getAPIResponse("201"));
    operation
        .getResponses()
        .addAPIResponse(
            "default", OASFactory.createAPIResponse().ref("#/components/responses/" + REFUSAL));
    return operation;
  }

  /** See {@link fr.porteouverte.database.Repeats}. */
  private static void tellRepeats(Operation operation) {
    boolean takesKey =
        operation.getParameters() != null
            && operation.getParameters().stream()
                .anyMatch(parameter -> Idempotency.HEADER.equals(parameter.getName()));
    if (takesKey) {
      operation.getResponses().getAPIResponses().entrySet().stream()
          .filter(answer -> answer.getKey().startsWith("2"))
          .forEach(
              answer ->
                  answer
                      .getValue()
                      .addHeader(
                          Idempotency.REPLAYED,
                          OASFactory.createHeader()
                              .description(
                                  "`true`: the key came before, and nothing was done again")
                              .schema(OASFactory.createSchema().addType(SchemaType.BOOLEAN))));
    }
  }

  /** See {@link fr.porteouverte.http.Locations}. */
  private static void tellLocation(@Nullable APIResponse created) {
    if (created != null) {
      created.addHeader(
          "Location",
          OASFactory.createHeader()
              .description("Where it is from now on, as a path")
              .required(true)
              .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
    }
  }

  /**
   * A number to the code, and opaque to whoever calls it: see {@link
   * fr.porteouverte.http.IdParameters}.
   */
  @Override
  public Parameter filterParameter(Parameter parameter) {
    Schema schema = parameter.getSchema();
    if (schema != null && "int64".equals(schema.getFormat())) {
      parameter.setSchema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
    return parameter;
  }

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    APIResponse refusal =
        OASFactory.createAPIResponse()
            .description("A refusal (RFC 9457), in the language of Accept-Language")
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                            .schema(
                                OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    contract.getComponents().addResponse(REFUSAL, refusal);
    var problem = contract.getComponents().getSchemas().get("Problem");
    var alternatives = problem == null ? null : problem.getProperties().get("alternatives");
    if (alternatives != null) {
      alternatives.setItems(OASFactory.createSchema().ref("#/components/schemas/Slot"));
    }
  }
}
