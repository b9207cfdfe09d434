package fr.porteouverte.commune;

import fr.porteouverte.database.Batch;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Trailing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.Session;

/**
 * Writes many communes at once, in batches of plain JDBC inside the caller's transaction: the whole
 * country is 35,000 rows, and entities would take ten times as long.
 */
@ApplicationScoped
public class CommuneRegister {
  private static final int BATCH = 1_000;

  @Inject EntityManager database;
  @Inject Event<CommunesChanged> events;
  @Inject Trailing waiting;

  /** What a file changed. */
  public record Changes(int created, int updated, int unchanged) {}

  public boolean isEmpty() {
    return database.createQuery("select count(c) from Commune c", Long.class).getSingleResult()
        == 0;
  }

  /** What is there, by INSEE code. */
  public Map<String, CommuneDraft> all() {
    // Not of Hibernate's: whoever took a lock for this must have it before.
    waiting.send();
    return database.unwrap(Session.class).doReturningWork(CommuneRegister::read);
  }

  /** Creates or changes these; leaves all others alone. */
  public Changes put(Collection<CommuneDraft> communes) {
    Map<String, CommuneDraft> known = all();
    List<CommuneDraft> fresh = new ArrayList<>();
    List<CommuneDraft> changed = new ArrayList<>();
    for (CommuneDraft commune : communes) {
      CommuneDraft before = known.get(commune.insee());
      if (before == null) {
        fresh.add(commune);
      } else if (!before.equals(commune)) {
        changed.add(commune);
      }
    }
    database
        .unwrap(Session.class)
        .doWork(
            connection -> {
              insert(connection, fresh);
              update(connection, changed);
              postcodes(connection, fresh);
              postcodes(connection, changed);
            });
    events.fire(new CommunesChanged());
    int unchanged = communes.size() - fresh.size() - changed.size();
    return new Changes(fresh.size(), changed.size(), unchanged);
  }

  /** Former communes that one of these holds. */
  public List<FormerCommune> holding(Collection<String> insee) {
    Set<String> all = Set.copyOf(insee);
    return Sql.of(database, "select insee, name, current_insee from former_commune order by insee")
        .list(FormerCommune.class)
        .stream()
        .filter(former -> all.contains(former.currentInsee()))
        .toList();
  }

  /** Takes these away; nobody may need them. */
  public void remove(Collection<String> insee) {
    Batch.on(database).run("delete from commune where insee = ?", insee, List::of);
    events.fire(new CommunesChanged());
  }

  private static Map<String, CommuneDraft> read(Connection connection) throws SQLException {
    Map<String, List<String>> postcodes = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select insee, postcode from commune_postcode order by insee, postcode");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        postcodes
            .computeIfAbsent(rows.getString(1), insee -> new ArrayList<>(2))
            .add(rows.getString(2));
      }
    }
    Map<String, CommuneDraft> all = new TreeMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select insee, name, department, latitude, longitude, population from commune");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        all.put(
            row.getString(1),
            new CommuneDraft(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getInt(6),
                postcodes.getOrDefault(row.getString(1), List.of())));
      }
    }
    return all;
  }

  private static void insert(Connection connection, List<CommuneDraft> communes)
      throws SQLException {
    write(
        connection,
        "insert into commune (name, search_name, department, latitude, longitude, population, insee)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        communes);
  }

  private static void update(Connection connection, List<CommuneDraft> communes)
      throws SQLException {
    write(
        connection,
        "update commune set name = ?, search_name = ?, department = ?, latitude = ?, longitude = ?,"
            + " population = ? where insee = ?",
        communes);
    try (PreparedStatement statement =
        connection.prepareStatement("delete from commune_postcode where insee = ?")) {
      for (CommuneDraft commune : communes) {
        statement.setString(1, commune.insee());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void write(Connection connection, String sql, List<CommuneDraft> communes)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (CommuneDraft commune : communes) {
        statement.setString(1, commune.name());
        statement.setString(2, PlaceName.key(commune.name()));
        statement.setString(3, commune.department());
        statement.setDouble(4, commune.latitude());
        statement.setDouble(5, commune.longitude());
        statement.setInt(6, commune.population());
        statement.setString(7, commune.insee());
        statement.addBatch();
        if (++waiting % BATCH == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private static void postcodes(Connection connection, List<CommuneDraft> communes)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into commune_postcode (insee, postcode) values (?, ?)")) {
      int waiting = 0;
      for (CommuneDraft commune : communes) {
        for (String postcode : commune.postcodes()) {
          statement.setString(1, commune.insee());
          statement.setString(2, postcode);
          statement.addBatch();
          if (++waiting % BATCH == 0) {
            statement.executeBatch();
          }
        }
      }
      statement.executeBatch();
    }
  }
}
