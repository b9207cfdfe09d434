package fr.porteouverte.keeping;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** A new house. */
@Path("/sites")
@Tag(name = "sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
public class NewSiteResource {
  @Inject SiteRegister register;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  @POST
  @ResponseStatus(201)
  @APIResponseSchema(value = SiteEntryView.class, responseCode = "201")
  @Operation(
      operationId = "createSite",
      summary = "A new house, for its staff alone until it goes live",
      description =
          "The code, or what is made of its name, is the key: sent twice, the second is refused.")
  public SiteEntryView create(
      @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull SiteForm form) {
    return register.create(
        form,
        idempotency.token("sites", caller.scope(null), key, form),
        site -> SiteEntryView.of(site, register.form(site)));
  }
}
