package fr.porteouverte.procedure;

import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people come for. */
@Path("/procedures")
@Tag(name = "procedures")
@PermitAll
@Transactional
public class ProcedureResource {
  @Inject Procedures procedures;

  /**
   * @param q what people say: words of the title, of what it is also called, or of the partner's
   *     name
   * @param site only what can be had there, by appointment or without
   * @param partner only this partner's
   */
  @GET
  @Search
  @Operation(
      operationId = "listProcedures",
      summary = "Procedures by French title; with q those that are meant, the likeliest first",
      description =
          "q is what people say, in either language: words of the title come before synonyms, and"
              + " those before the partner's name. Accents, plurals, the order of the words and one"
              + " wrong letter do not matter.")
  public Page<ProcedureView> list(
      @QueryParam("q") @Size(max = 100) @Nullable String q,
      @QueryParam("site") @Nullable Long site,
      @QueryParam("partner") @Nullable Long partner) {
    List<Procedure> found = site == null ? procedures.byTitle() : procedures.servedAt(site);
    List<Procedure> theirs =
        found.stream().filter(p -> partner == null || p.partner().id() == partner).toList();
    List<Procedure> meant = q == null ? theirs : ProcedureSearch.find(theirs, q);
    return Page.whole(meant.stream().map(ProcedureView::of).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getProcedure", summary = "One procedure with its papers")
  public ProcedureView get(@PathParam("id") long id) {
    return procedures.findByIdOptional(id).map(ProcedureView::of).orElseThrow(NotFound::new);
  }
}
