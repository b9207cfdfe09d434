package fr.porteouverte.imports;

import fr.porteouverte.access.Role;
import fr.porteouverte.catalogue.CatalogueImportView;
import fr.porteouverte.catalogue.Differences;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.register.RegisterKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Registers as tables for a spreadsheet. */
@Path("/imports/tables/{kind}")
@Tag(name = "imports")
@RolesAllowed(Role.ADMIN)
public class RegisterTableResource {
  private static final String KINDS =
      "kind: themes, partners, documents, procedures, sites or adaptations. Columns are the fields"
          + " of the form; several values of one cell have a bar between them; a question mark"
          + " after a paper: only if it applies.";

  @Inject RegisterTables tables;

  @GET
  @Path("/file")
  @Produces("text/csv")
  @Operation(
      operationId = "exportTable",
      summary = "A register as CSV: what is not archived, by code",
      description = KINDS)
  public String table(@PathParam("kind") String kind) {
    return tables.write(kind(kind));
  }

  @POST
  @Path("/preview")
  @Consumes({"text/csv", "application/gzip"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewTable",
      summary = "What a table would change, row by row; writes nothing",
      description = KINDS + " Rows that are not in the file stay as they are.")
  public Differences preview(@PathParam("kind") String kind, InputStream file) {
    return tables.preview(kind(kind), file);
  }

  @POST
  @Path("/file")
  @Consumes({"text/csv", "application/gzip"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "importTable",
      summary = "Brings a table in, in one transaction",
      description =
          KINDS
              + " What was not changed is not written. digest: of the preview; 412 when something"
              + " else would change by now.")
  public CatalogueImportView apply(
      @PathParam("kind") String kind,
      InputStream file,
      @QueryParam("digest") @Size(max = 64) @Nullable String digest) {
    return tables.apply(kind(kind), file, digest);
  }

  private static RegisterKind kind(String name) {
    return Arrays.stream(RegisterKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
