package fr.porteouverte.catalogue;

import fr.porteouverte.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The national catalogue that came with the product. */
@Path("/catalogue")
@Tag(name = "catalogue")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {
  @Inject CatalogueImports imports;

  /** Which version came with the product, and which one holds here. */
  @Schema(name = "CatalogueVersion")
  public record Version(
      @Schema(required = true, description = "What came with the product") String version,
      @Schema(description = "What was imported last and holds; absent: none")
          @Nullable String imported) {}

  @GET
  @Transactional
  @Operation(
      operationId = "getCatalogue",
      summary = "Which version of the catalogue came with the product, and which one holds here")
  public Version version() {
    return new Version(CatalogueFile.read().version(), imports.version().orElse(null));
  }

  @GET
  @Path("/file")
  @Operation(
      operationId = "getCatalogueFile",
      summary = "The catalogue that came with the product, as it is imported",
      description = "Send it to POST /imports/catalogue, as it is or with a network's own rows.")
  public Catalogue file() {
    return CatalogueFile.read();
  }
}
