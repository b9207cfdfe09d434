package fr.porteouverte.procedure;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.register.ArchivedForm;
import fr.porteouverte.register.RegisterChange;
import fr.porteouverte.register.RegisterPage;
import fr.porteouverte.text.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The papers that procedures ask for. */
@Path("/documents")
@Tag(name = "documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DocumentResource {
  private static final Map<String, Comparator<RegisteredDocument>> ORDERS =
      Map.of(
          "label", Comparator.comparing(document -> Text.fold(document.label().fr())),
          "code", Comparator.comparing(RegisteredDocument::code));

  @Inject Documents documents;
  @Inject DocumentRegister register;
  @Inject Idempotency idempotency;
  @Inject Client caller;
  @Inject RegisterPage page;

  @GET
  @Search
  @PermitAll
  @Transactional
  @Operation(
      operationId = "listDocuments",
      summary = "All papers, by French label",
      description =
          "q: words that begin words of the label or the code. sort: label or code, a hyphen before"
              + " it turns it round. Without limit: all of them. archived=true: those that are"
              + " archived, for admins.")
  public Page<RegisteredDocument> list(
      @QueryParam("q") @Size(max = 100) @Nullable String q,
      @QueryParam("archived") @DefaultValue("false") boolean archived,
      @QueryParam("sort") @Size(max = 20) @Nullable String sort,
      @QueryParam("limit") @Min(1) @Max(Page.MOST) @Nullable Integer limit,
      @QueryParam("cursor") @Size(max = 100) @Nullable String cursor) {
    page.requireSight(archived);
    return RegisterPage.of(
        documents.byLabel(archived).stream()
            .filter(one -> q == null || RegisterPage.mentions(one.label(), one.code(), q))
            .map(RegisteredDocument::of),
        ORDERS,
        sort,
        limit,
        cursor);
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Transactional
  @Operation(operationId = "getDocument", summary = "One paper, with the ETag that an edit needs")
  public RegisteredDocument get(@PathParam("id") long id) {
    return RegisteredDocument.of(register.get(id));
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(Role.ADMIN)
  @APIResponseSchema(value = RegisteredDocument.class, responseCode = "201")
  @Operation(
      operationId = "createDocument",
      summary = "A new paper",
      description = "The code is the key: sent twice, the second is refused.")
  public RegisteredDocument create(
      @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull DocumentForm form) {
    return register.create(
        form,
        idempotency.token("documents", caller.scope(null), key, form),
        RegisteredDocument::of);
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "changeDocument",
      summary = "Changes a paper",
      description = "If-Match: the version as it was read. The code stays.")
  public RegisteredDocument change(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull DocumentForm form) {
    return register.change(id, ifMatch, form, RegisteredDocument::of);
  }

  @PUT
  @Path("/{id}/archived")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "archiveDocument",
      summary = "Archives a paper, or brings it back",
      description = "409 conflict names the procedures that ask for it.")
  public RegisteredDocument archive(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull ArchivedForm form) {
    return register.archive(id, ifMatch, form.read(), RegisteredDocument::of);
  }

  @GET
  @Path("/{id}/history")
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Operation(
      operationId = "listDocumentChanges",
      summary = "Who changed a paper and when, newest first",
      description = "Each with the whole as it was then. At most 100.")
  public Page<RegisterChange> history(@PathParam("id") long id) {
    return Page.whole(register.changes(id));
  }
}
