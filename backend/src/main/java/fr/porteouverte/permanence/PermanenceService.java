package fr.porteouverte.permanence;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Enters and removes permanences; the slots follow in the same transaction. One house's calendar
 * changes one at a time.
 */
@ApplicationScoped
class PermanenceService {
  @Inject Permanences permanences;
  @Inject PermanenceReader reader;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Event<PermanenceChanged> changed;
  @Inject Event<PermanenceEnding> ending;

  PermanenceView get(long id) {
    return transactions.call(() -> PermanenceView.of(mine(id)));
  }

  PermanenceView create(PermanenceForm form, Idempotency.Token token) {
    Long siteId = FieldReader.id(form.siteId());
    if (siteId != null) {
      access.requireSite(siteId);
    }
    return transactions.call(
        () -> {
          var before = idempotency.before(token);
          if (before.isPresent()) {
            return PermanenceView.of(mine(Ids.parse(before.get())));
          }
          PermanenceReader.Entry entry = reader.read(form);
          sites.lock(entry.site().id());
          Permanence permanence = new Permanence(entry.site(), entry.partner());
          entry.writeTo(permanence);
          permanences.persistAndFlush(permanence);
          changed.fire(new PermanenceChanged(permanence.id()));
          idempotency.made(token, Ids.of(permanence.id()));
          return PermanenceView.of(permanence);
        });
  }

  void remove(long id, @Nullable String ifMatch) {
    transactions.run(
        () -> {
          Permanence permanence = locked(id, ifMatch);
          ending.fire(new PermanenceEnding(id));
          permanences.delete(permanence);
          try {
            permanences.flush();
          } catch (ConstraintViolationException referred) {
            throw new ProblemException(
                ProblemType.CONFLICT,
                "Des rendez-vous, même annulés, y renvoient : donnez plutôt une date de fin.",
                "Bookings, cancelled ones too, refer to it: give it a last day instead.");
          }
        });
  }

  private Permanence locked(long id, @Nullable String ifMatch) {
    sites.lock(mine(id).site().id());
    Permanence permanence = permanences.lock(id);
    Etag.check(ifMatch, permanence.version());
    return permanence;
  }

  private Permanence mine(long id) {
    Permanence permanence = permanences.findByIdOptional(id).orElseThrow(NotFound::new);
    access.requireSite(permanence.site().id());
    return permanence;
  }
}
