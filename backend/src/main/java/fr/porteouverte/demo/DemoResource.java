package fr.porteouverte.demo;

import fr.porteouverte.access.Role;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invented data for trying the whole country. Exists only where the demo is on. */
@Path("/imports/demo-permanences")
@Tag(name = "imports")
public class DemoResource {
  @Inject Demo demo;

  /** What was invented. */
  @Schema(name = "DemoPermanences")
  public record Made(@Schema(required = true) int permanences) {}

  @POST
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "makeDemoPermanences",
      summary = "Only with the demo: invents permanences for listed houses that take appointments",
      description =
          "Their slots follow in the background, within some minutes for the whole country."
              + " Again: only for houses that have no permanence yet.")
  public Made make() {
    if (!demo.enabled()) {
      throw new NotFound();
    }
    return new Made(demo.nationalPermanences());
  }
}
