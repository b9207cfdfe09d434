package fr.porteouverte.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One role of an agent, with all its places.
 *
 * @param partner id; null unless for a partner's agent
 * @param wholeCountry for a partner's agent, said explicitly; null: no
 */
@Schema(name = "AssignmentForm")
public record AssignmentForm(
    @NotNull AgentRole role,
    @Size(max = 3000)
        @Schema(description = "Ids of houses, for a clerk, a manager or a partner's agent")
        List<@NotNull String> sites,
    @Size(max = 120)
        @Schema(
            description = "INSEE codes of departments, for a partner's agent or an observer only",
            examples = "[\"14\", \"61\"]")
        List<@NotNull String> departments,
    @Schema(description = "Id, for a partner's agent only") @Nullable String partner,
    @Schema(description = "A partner's agent for every house, instead of houses and departments")
        @Nullable Boolean wholeCountry) {

  public AssignmentForm {
    sites = sites == null ? List.of() : sites;
    departments = departments == null ? List.of() : departments;
  }

  public static AssignmentForm of(AgentRole role) {
    return new AssignmentForm(role, List.of(), List.of(), null, null);
  }

  public static AssignmentForm at(AgentRole role, List<String> sites) {
    return new AssignmentForm(role, sites, List.of(), null, null);
  }

  public static AssignmentForm ofPartner(String partner) {
    return new AssignmentForm(AgentRole.partner, List.of(), List.of(), partner, true);
  }

  boolean everywhere() {
    return Boolean.TRUE.equals(wholeCountry);
  }
}
