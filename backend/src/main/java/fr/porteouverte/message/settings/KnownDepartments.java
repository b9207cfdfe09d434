package fr.porteouverte.message.settings;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.outbox.HouseDepartments;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The department of the house that a message is about. */
@ApplicationScoped
class KnownDepartments implements HouseDepartments {
  @Inject Sites sites;
  @Inject Transactions transactions;

  @Override
  public Optional<String> of(OutboxMessage message) {
    Long site = message.siteId();
    return site == null
        ? Optional.empty()
        : transactions.call(() -> sites.findByIdOptional(site).map(Site::department));
  }
}
