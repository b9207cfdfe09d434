package fr.porteouverte.account;

import fr.porteouverte.partner.PartnerRef;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One role of an agent, with all its places. */
@Schema(name = "Assignment")
public record AssignmentView(
    @Schema(required = true) AgentRole role,
    @Schema(required = true) List<SiteRef> sites,
    @Schema(required = true, description = "INSEE codes; only of a partner's agent or an observer")
        List<String> departments,
    @Schema(description = "Only of a partner's agent") @Nullable PartnerRef partner,
    @Schema(required = true, description = "A partner's agent for every house")
        boolean wholeCountry) {

  AssignmentForm form() {
    return new AssignmentForm(
        role,
        sites.stream().map(SiteRef::id).toList(),
        departments,
        partner == null ? null : partner.id(),
        role.needsPartner() ? wholeCountry : null);
  }

  /** Those of an agent, in the order of the roles. */
  static List<AssignmentView> of(Agent agent) {
    return Arrays.stream(AgentRole.values())
        .filter(agent::is)
        .map(role -> of(agent, role))
        .toList();
  }

  private static AssignmentView of(Agent agent, AgentRole role) {
    List<Assignment> some = agent.assignments().stream().filter(one -> one.role() == role).toList();
    return new AssignmentView(
        role,
        SiteRef.of(some.stream().map(Assignment::site).filter(Objects::nonNull).toList()),
        some.stream().map(Assignment::department).filter(Objects::nonNull).sorted().toList(),
        role.needsPartner() ? PartnerRef.ofHost(agent.partner()) : null,
        role.needsPartner()
            && some.stream().anyMatch(one -> one.site() == null && one.department() == null));
  }
}
