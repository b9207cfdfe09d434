package fr.porteouverte.problem;

import fr.porteouverte.text.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of every refusal this API can answer, for integrators. */
@Path("/problems")
@Tag(name = "problems")
@PermitAll
public class ProblemCatalogue {

  /** One kind of refusal: decide by {@code type}, show {@code title}. */
  public record ProblemEntry(String type, int status, Text title) {}

  @GET
  @Operation(operationId = "listProblems", summary = "Every refusal this API can answer")
  public List<ProblemEntry> list() {
    return Arrays.stream(ProblemType.values())
        .map(type -> new ProblemEntry("/problems/" + type.code(), type.status(), type.title()))
        .toList();
  }
}
