package fr.porteouverte.message.call;

import fr.porteouverte.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One call of a call sheet. For staff of its house; others do not find it. */
@Path("/calls/{id}/result")
@Tag(name = "messages")
public class CallResource {
  @Inject CallSheet sheet;

  @POST
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "noteCall",
      summary = "What came of a call",
      description =
          "`moved` and `cancelled` move and cancel the booking in the same transaction. `noAnswer`"
              + " leaves the call open; `toldOtherwise` closes it (a letter, a neighbour), and so does"
              + " `unreachable`: the agenda then says that the person does not know. Both, and"
              + " `reached`, may be corrected. 409 call-settled when the booking"
              + " changed since, slot-taken and slot-closed with alternatives.")
  public CallView note(@PathParam("id") long id, @Valid @NotNull CallResultRequest request) {
    request.check();
    return sheet.note(id, request);
  }
}
