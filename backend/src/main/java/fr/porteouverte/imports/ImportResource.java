package fr.porteouverte.imports;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.Page;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Brings national files in and says what became of each row. */
@Path("/imports")
@Tag(name = "imports")
@RolesAllowed(Role.ADMIN)
public class ImportResource {
  @Inject Imports imports;
  @Inject ImportReports reports;
  @Inject Access access;

  @POST
  @Path("/sites")
  @Consumes({"text/csv", "application/gzip"})
  @Operation(
      operationId = "importSites",
      summary = "The official national list of houses, CSV as published, packed or not",
      description =
          "Creates and changes houses in one transaction, never permanences. The same file again"
              + " changes nothing.")
  public ImportView sites(
      InputStream file, @QueryParam("fileName") @Size(max = 200) @Nullable String fileName) {
    return imports.now(imports.sites(file), fileName, access.caller().username());
  }

  @POST
  @Path("/communes")
  @Consumes({"text/csv", "application/gzip"})
  @Operation(
      operationId = "importCommunes",
      summary = "All communes with postcodes, points and population, CSV, packed or not",
      description =
          "Also the list of delegated and associated communes, whose names people still say: as"
              + " INSEE publishes it (TYPECOM, COM, LIBELLE, COMPARENT) or with the columns insee,"
              + " nom, commune_actuelle. The columns tell which of the files it is. It goes after the"
              + " communes; a row whose commune is not in the register is refused.")
  public ImportView communes(
      InputStream file, @QueryParam("fileName") @Size(max = 200) @Nullable String fileName) {
    return imports.now(imports.communes(file), fileName, access.caller().username());
  }

  @GET
  @Transactional
  @Operation(operationId = "listImports", summary = "Reports of imports, newest first")
  public Page<ImportView> list(
      @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MOST) int limit,
      @QueryParam("cursor") @Size(max = 100) @Nullable String cursor) {
    String before = Cursor.decode(cursor);
    if (before != null && !before.matches("\\d{1,18}")) {
      throw Cursor.refused();
    }
    return Page.of(
        reports.newest(before == null ? null : Long.valueOf(before), limit + 1).stream()
            .map(report -> ImportView.of(report, reports.counts(report.id())))
            .toList(),
        limit,
        ImportView::id);
  }

  @GET
  @Path("/{id}")
  @Transactional
  @Operation(operationId = "getImport", summary = "A report with its findings, page by page")
  public ImportDetail get(
      @PathParam("id") long id,
      @QueryParam("severity") Finding.@Nullable Severity severity,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MOST) int limit,
      @QueryParam("cursor") @Size(max = 100) @Nullable String cursor) {
    ImportReport report = reports.findByIdOptional(id).orElseThrow(NotFound::new);
    Page<FindingView> page =
        Page.of(
            reports.findings(report.id(), severity, FindingPosition.of(cursor), limit + 1).stream()
                .map(FindingView::of)
                .toList(),
            limit,
            FindingPosition::text);
    return new ImportDetail(
        ImportView.of(report, reports.counts(report.id())), page.items(), page.nextCursor());
  }
}
