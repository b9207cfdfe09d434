package fr.porteouverte.search;

import fr.porteouverte.commune.Gazetteers;
import fr.porteouverte.commune.KnownAddress;
import fr.porteouverte.commune.KnownAddresses;
import fr.porteouverte.commune.Point;
import fr.porteouverte.site.RegisterChanged;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;

/** How the houses write where they are: names and postcodes that no list of communes has. */
@ApplicationScoped
class HouseAddresses implements KnownAddresses {
  @Inject Sites sites;
  @Inject Provider<Gazetteers> gazetteers;

  @Override
  public List<KnownAddress> all() {
    return sites.addresses().stream()
        .map(
            site ->
                new KnownAddress(
                    site.name(),
                    site.postcode(),
                    site.commune(),
                    site.insee(),
                    site.department(),
                    new Point(site.latitude(), site.longitude())))
        .toList();
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RegisterChanged event) {
    gazetteers.get().forget();
  }
}
