package fr.porteouverte.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.partner.PartnerRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where another system may act, as it reads it itself. The room {@code integrator} knows. */
public interface SystemPlaces {

  /** What an admin bound it to, as they wrote it: a department is not told as its houses. */
  @Schema(name = "OwnSystem")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Of(
      @Schema(required = true, description = "Those that it is bound to by name")
          List<SiteRef> sites,
      @Schema(required = true, description = "Whole ones: their houses of today and of tomorrow")
          List<String> departments,
      @Schema(
              required = true,
              description =
                  "Whose appointments it sees; none: those of all partners in its places. With"
                      + " neither sites nor departments: in the whole country")
          List<PartnerRef> partners,
      @Schema(description = "The key that it came with ends then; absent: no end is set")
          @Nullable Instant keyEndsAt) {}

  /**
   * @param clientId of the key that it came with
   */
  Optional<Of> of(long system, String clientId);
}
