package fr.porteouverte.procedure;

import fr.porteouverte.http.Page;
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
   * @param q words that begin words of the title or of the partner's name, in either language
   * @param site only what can be had there, by appointment or without
   * @param partner only this partner's
   */
  @GET
  @Operation(operationId = "listProcedures", summary = "Procedures by French title")
  public Page<ProcedureView> list(
      @QueryParam("q") @Size(max = 100) @Nullable String q,
      @QueryParam("site") @Nullable Long site,
      @QueryParam("partner") @Nullable Long partner) {
    List<Procedure> found = site == null ? procedures.byTitle() : procedures.servedAt(site);
    return Page.whole(
        found.stream()
            .filter(p -> partner == null || p.partner().id() == partner)
            .filter(p -> q == null || p.title().with(p.partner().name()).mentions(q))
            .map(ProcedureView::of)
            .toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getProcedure", summary = "One procedure with its papers")
  public ProcedureView get(@PathParam("id") long id) {
    return procedures.findByIdOptional(id).map(ProcedureView::of).orElseThrow(NotFound::new);
  }
}
