package fr.porteouverte.imports.change;

import fr.porteouverte.access.Role;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.Page;
import fr.porteouverte.imports.ImportReports;
import fr.porteouverte.imports.ImportView;
import fr.porteouverte.imports.Imports;
import fr.porteouverte.problem.Languages;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** National files, looked at before they are applied, and taken back as a whole. */
@Path("/imports")
@Tag(name = "imports")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class ImportChangeResource {
  private static final String LOOKED_AT =
      "Writes nothing. What would change is found out beside the request: read GET /imports/{id}"
          + " until its state is ready, then its rows.";

  @Inject Imports imports;
  @Inject ImportChanges changes;
  @Inject ImportReports reports;
  @Inject PlannedRows rows;
  @Inject ReportTable table;

  @POST
  @Path("/sites/preview")
  @Consumes({"text/csv", "application/gzip"})
  @ResponseStatus(201)
  @APIResponseSchema(value = ImportView.class, responseCode = "201")
  @Operation(
      operationId = "previewSites",
      summary = "Sends the national list of houses, to look at what it would change",
      description = LOOKED_AT)
  public ImportView sites(
      InputStream file, @QueryParam("fileName") @Size(max = 200) @Nullable String fileName) {
    return changes.send(imports.sites(file), fileName);
  }

  @POST
  @Path("/communes/preview")
  @Consumes({"text/csv", "application/gzip"})
  @ResponseStatus(201)
  @APIResponseSchema(value = ImportView.class, responseCode = "201")
  @Operation(
      operationId = "previewCommunes",
      summary = "Sends the file of communes, or of former ones, to look at what it would change",
      description = LOOKED_AT)
  public ImportView communes(
      InputStream file, @QueryParam("fileName") @Size(max = 200) @Nullable String fileName) {
    return changes.send(imports.communes(file), fileName);
  }

  @GET
  @Path("/{id}/rows")
  @Transactional
  @Operation(
      operationId = "listImportRows",
      summary = "What becomes, or became, of the rows that do not stay as they are, page by page",
      description = "Rows that were refused are among the findings of GET /imports/{id}.")
  public Page<ImportRowView> rows(
      @PathParam("id") long id,
      @QueryParam("outcome") @Nullable RowOutcome outcome,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
      @QueryParam("cursor") @Size(max = 100) @Nullable String cursor) {
    if (reports.findByIdOptional(id).isEmpty()) {
      throw new NotFound();
    }
    String after = Cursor.decode(cursor);
    if (after != null && !after.matches("\\d{1,18}")) {
      throw Cursor.refused();
    }
    return Page.of(
        rows.page(id, outcome, after == null ? 0 : Long.parseLong(after), limit + 1).stream()
            .map(ImportRowView::of)
            .toList(),
        limit,
        ImportRowView::id);
  }

  @POST
  @Path("/{id}/apply")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "applyImport",
      summary = "Has a file applied that was looked at, in one transaction",
      description =
          "The work is done beside the request: read GET /imports/{id} until its state is applied."
              + " When it is ready again and stale, something else would change by now, and nothing"
              + " was written.")
  public ImportView apply(@PathParam("id") long id, @NotNull @Valid ApplyRequest request) {
    return changes.apply(id, request.digest(), request.choices());
  }

  @POST
  @Path("/{id}/undo")
  @Operation(
      operationId = "undoImport",
      summary = "Takes the last import of its kind back as a whole",
      description =
          "409 conflict names what stands in the way: who needs what it made, and what people"
              + " changed since. Then nothing is taken back.")
  public ImportView undo(@PathParam("id") long id) {
    return changes.undo(id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "setImportAside", summary = "Forgets a file that was not applied")
  public void setAside(@PathParam("id") long id) {
    changes.setAside(id);
  }

  @GET
  @Path("/{id}/report")
  @Produces("text/csv")
  @Transactional
  @Operation(
      operationId = "getImportReport",
      summary = "The report row by row, for a spreadsheet",
      description = "What became of each row, field by field, and what was found about it.")
  public String report(@PathParam("id") long id, @Context HttpHeaders headers) {
    return table.of(
        reports.findByIdOptional(id).orElseThrow(NotFound::new),
        Languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
  }
}
