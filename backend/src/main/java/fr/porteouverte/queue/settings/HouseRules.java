package fr.porteouverte.queue.settings;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueSites;
import fr.porteouverte.queue.change.StaffQueueLocks;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Reads and changes what a house sets of its queue, as whoever manages it wants it. */
@ApplicationScoped
class HouseRules {
  @Inject QueueSites rows;
  @Inject StaffQueueLocks locks;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Transactions transactions;

  QueueSettingsView of(long siteId) {
    access.requireOwn(siteId);
    return transactions.call(
        () -> {
          if (sites.findByIdOptional(siteId).isEmpty()) {
            throw new NotFound();
          }
          return QueueSettingsView.of(rows.of(siteId));
        });
  }

  /**
   * The numbers count for today, too; the rest from the next absence on: who was promised a time
   * keeps it.
   */
  QueueSettingsView change(long siteId, @Nullable String ifMatch, QueueSettingsView form) {
    return transactions.call(
        () -> {
          LockedQueue queue = locks.at(siteId);
          Etag.check(ifMatch, queue.row().settingsVersion());
          form.enterInto(queue.row());
          return QueueSettingsView.of(queue.row());
        });
  }
}
