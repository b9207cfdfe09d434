package fr.porteouverte.account;

import fr.porteouverte.database.Sql;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which agents a list shows, and in which order.
 *
 * @param words part of a name, a username or an address; null: all
 * @param standing null: all
 * @param role null: all
 * @param site id of a house where they have that role, or any; null: all
 * @param houses only who works in these, as a clerk or a manager; null: everybody
 * @param after the username of the last one of the page before; null: from the start
 */
record AgentQuery(
    @Nullable String words,
    @Nullable AgentStanding standing,
    @Nullable AgentRole role,
    @Nullable Long site,
    @Nullable Set<Long> houses,
    AgentOrder order,
    @Nullable String after,
    int count) {
  private static final String BY_NAME = "lower(a.last_name), lower(a.first_name), a.username";

  /** Their ids, in order. */
  List<Long> ids(EntityManager database) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder sql = new StringBuilder("select a.id from agent a where 1 = 1");
    if (after != null) {
      // Of whom the page before ended with, wherever they stand now.
      sql.append(
          order == AgentOrder.username
              ? " and a.username > :after"
              : " and ("
                  + BY_NAME
                  + ") > (select lower(b.last_name), lower(b.first_name), b.username from agent b"
                  + " where b.username = :after)");
      values.put("after", after);
    }
    if (words != null && !words.isBlank()) {
      sql.append(
          " and lower(a.first_name || ' ' || a.last_name || ' ' || a.first_name || ' '"
              + " || a.username || ' ' || coalesce(a.email, '')) like :words escape '!'");
      values.put("words", "%" + escaped(words.strip().toLowerCase(Locale.ROOT)) + "%");
    }
    if (standing != null) {
      sql.append(
          switch (standing) {
            case invited -> " and a.state = 'active' and a.seen_at is null";
            case active -> " and a.state = 'active' and a.seen_at is not null";
            case disabled -> " and a.state = 'disabled'";
          });
    }
    if (role != null || site != null) {
      sql.append(" and exists (select 1 from assignment s where s.agent_id = a.id");
      if (role != null) {
        sql.append(" and s.role = :role");
        values.put("role", role);
      }
      if (site != null) {
        sql.append(" and s.site_id = :site");
        values.put("site", site);
      }
      sql.append(")");
    }
    if (houses != null) {
      sql.append(" and exists (select 1 from assignment h where h.agent_id = a.id");
      sql.append(" and h.role in ('clerk', 'manager') and h.site_id in (:houses))");
      values.put("houses", houses.isEmpty() ? Set.of(-1L) : houses);
    }
    Sql query =
        Sql.of(
                database,
                sql.append(" order by " + (order == AgentOrder.name ? BY_NAME : "a.username"))
                    .toString())
            .limit(count);
    values.forEach(query::with);
    return query.list(Long.class);
  }

  private static String escaped(String words) {
    return words.replaceAll("([!%_])", "!$1");
  }
}
