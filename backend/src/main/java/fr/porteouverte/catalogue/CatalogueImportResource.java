package fr.porteouverte.catalogue;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Imports of the national catalogue. */
@Path("/imports/catalogue")
@Tag(name = "catalogue")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueImportResource {
  @Inject CatalogueService service;
  @Inject CatalogueUndo undo;
  @Inject CatalogueImports imports;

  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewCatalogue",
      summary = "What a version of the catalogue would change, row by row; writes nothing",
      description = "What was adapted here since the last version is kept, and said so.")
  public Differences preview(@NotNull Catalogue catalogue) {
    return service.preview(catalogue);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importCatalogue",
      summary = "Brings a version of the catalogue in, in one transaction",
      description =
          "The same version again writes nothing. digest: of the preview; 412 when something else"
              + " would change by now.")
  public CatalogueImportView apply(
      @NotNull Catalogue catalogue, @QueryParam("digest") @Size(max = 64) @Nullable String digest) {
    return service.apply(catalogue, digest);
  }

  @GET
  @Transactional
  @Operation(
      operationId = "listCatalogueImports",
      summary = "Imports of the catalogue and of tables that wrote something, newest first",
      description = "At most 100.")
  public Page<CatalogueImportView> list() {
    return Page.whole(imports.newest().stream().map(CatalogueImportView::of).toList());
  }

  @POST
  @Path("/{id}/undo")
  @Operation(
      operationId = "undoCatalogueImport",
      summary = "Takes the last import back as a whole",
      description =
          "What people changed since stays. 409 conflict names who needs what it made; then nothing"
              + " is taken back.")
  public CatalogueImportView undo(@PathParam("id") long id) {
    return undo.undo(id);
  }
}
