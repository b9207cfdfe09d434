package fr.porteouverte.imports;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an installation has by now, and what it lacks until people can book. */
@Path("/first-steps")
@Tag(name = "imports")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class FirstStepsResource {
  @Inject EntityManager database;

  /** How many there are of each. */
  @Schema(name = "FirstSteps")
  public record FirstSteps(
      @Schema(required = true) long communes,
      @Schema(required = true) long formerCommunes,
      @Schema(required = true) long sites,
      @Schema(required = true) long procedures,
      @Schema(required = true, description = "But administrators") long agents,
      @Schema(required = true) long permanences) {}

  @GET
  @Transactional
  @Operation(
      operationId = "getFirstSteps",
      summary = "How much is there of what people need before they can book")
  public FirstSteps steps() {
    return Sql.of(
            database,
            "select (select count(*) from commune) as communes,"
                + " (select count(*) from former_commune) as former_communes,"
                + " (select count(*) from site) as sites,"
                + " (select count(*) from procedure where archived_at is null) as procedures,"
                + " (select count(distinct agent_id) from assignment where role <> 'admin')"
                + " as agents,"
                + " (select count(*) from permanence where event_id is null) as permanences")
        .one(FirstSteps.class);
  }
}
