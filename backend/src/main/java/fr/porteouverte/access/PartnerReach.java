package fr.porteouverte.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which partners somebody acts, and in which houses: a partner's agent for one, another system
 * for as many as it is bound to.
 *
 * @param partners ids; never none
 * @param sites ids of houses, the same for all of them; null: in the whole country
 */
public record PartnerReach(Set<Long> partners, @Nullable Set<Long> sites) {

  public static PartnerReach of(long partner, @Nullable Set<Long> sites) {
    return new PartnerReach(Set.of(partner), sites);
  }

  public boolean has(long partner) {
    return partners.contains(partner);
  }

  public boolean covers(long site) {
    return sites == null || sites.contains(site);
  }

  public boolean covers(long site, @Nullable Long ofPartner) {
    return ofPartner != null && has(ofPartner) && covers(site);
  }
}
