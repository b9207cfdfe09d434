package fr.porteouverte.commune;

import fr.porteouverte.database.Batch;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that communes had, beside the communes that hold them now. */
@ApplicationScoped
public class FormerCommunes {
  @Inject EntityManager database;
  @Inject Event<CommunesChanged> changed;

  public List<FormerCommune> all() {
    return Sql.of(database, "select insee, name, current_insee from former_commune order by insee")
        .list(FormerCommune.class);
  }

  /** Creates or changes these; leaves all others alone. The communes that hold them are there. */
  public CommuneRegister.Changes put(Collection<FormerCommune> formers) {
    Map<String, FormerCommune> known =
        all().stream().collect(Collectors.toMap(FormerCommune::insee, Function.identity()));
    int created = 0;
    int updated = 0;
    for (FormerCommune former : formers) {
      FormerCommune before = known.get(former.insee());
      if (before == null) {
        write(
            "insert into former_commune (name, current_insee, insee) values (:name, :now, :insee)",
            former);
        created++;
      } else if (!before.equals(former)) {
        write(
            "update former_commune set name = :name, current_insee = :now where insee = :insee",
            former);
        updated++;
      }
    }
    changed.fire(new CommunesChanged());
    return new CommuneRegister.Changes(created, updated, formers.size() - created - updated);
  }

  /** Takes these away. */
  public void remove(Collection<String> insee) {
    Batch.on(database).run("delete from former_commune where insee = ?", insee, List::of);
    changed.fire(new CommunesChanged());
  }

  private void write(String statement, FormerCommune former) {
    Sql.of(database, statement)
        .with("name", former.name())
        .with("now", former.currentInsee())
        .with("insee", former.insee())
        .run();
  }
}
