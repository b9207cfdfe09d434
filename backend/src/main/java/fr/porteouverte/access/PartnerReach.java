package fr.porteouverte.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which partner somebody acts, and in which houses.
 *
 * @param sites ids of houses; null: in the whole country
 */
public record PartnerReach(long partner, @Nullable Set<Long> sites) {

  public boolean covers(long site) {
    return sites == null || sites.contains(site);
  }

  public boolean covers(long site, @Nullable Long ofPartner) {
    return ofPartner != null && ofPartner == partner && covers(site);
  }
}
