package fr.porteouverte.permanence;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/** Says where the permanences of a bus or a round take place. */
@ApplicationScoped
public class Stops {
  @Inject Permanences permanences;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject EntityManager database;

  /**
   * @param form null: at the house's own address
   * @return the permanence's new version
   */
  int change(long id, @Nullable String ifMatch, @Nullable StopForm form) {
    return transactions.call(
        () -> {
          Permanence permanence = permanences.findByIdOptional(id).orElseThrow(NotFound::new);
          access.requireSite(permanence.site().id());
          sites.lock(permanence.site().id());
          permanence = permanences.lock(id);
          Etag.check(ifMatch, permanence.version());
          write(id, form);
          database.refresh(permanence);
          return permanence.version();
        });
  }

  /** In the caller's transaction. Past Hibernate: no other part of a permanence depends on it. */
  public void write(long id, @Nullable StopForm form) {
    Sql.of(
            database,
            "update permanence set stop_insee = cast(:insee as varchar),"
                + " stop_commune = cast(:commune as varchar), stop_place = cast(:place as varchar),"
                + " version = version + 1 where id = :id")
        .with("insee", form == null ? null : form.insee())
        .with("commune", form == null ? null : form.commune())
        .with("place", form == null ? null : form.place())
        .with("id", id)
        .run();
  }
}
