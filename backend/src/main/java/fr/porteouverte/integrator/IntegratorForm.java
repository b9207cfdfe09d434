package fr.porteouverte.integrator;

import fr.porteouverte.access.Scope;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.site.Site;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Another system as an admin enters it: bound to houses and departments, or to partners (then its
 * places may be left out, for the whole country), or to both.
 */
@Schema(name = "IntegratorForm")
public record IntegratorForm(
    @Schema(required = true, maxLength = NAME, examples = "La Coop de la médiation numérique")
        @Nullable String name,
    @Schema(required = true, maxLength = NAME, description = "Whom to ask")
        @Nullable String contactName,
    @Schema(required = true, examples = "technique@example.org") @Nullable String contactEmail,
    @Schema(required = true, description = "At least one") @Nullable List<@Nullable Scope> scopes,
    @Schema(description = "Ids of houses") @Nullable List<@Nullable String> sites,
    @Schema(description = "INSEE codes of departments", examples = "[\"14\", \"2A\"]")
        @Nullable List<@Nullable String> departments,
    @Schema(
            description =
                "Ids of partners: only what is theirs in its places; without places, in the whole"
                    + " country")
        @Nullable List<@Nullable String> partners) {
  static final int NAME = 120;
  static final int MOST_PLACES = 3000;

  /** The same, checked. */
  record Read(
      String name,
      String contactName,
      String contactEmail,
      Set<Scope> scopes,
      List<Site> sites,
      List<String> departments,
      List<Partner> partners) {}
}
