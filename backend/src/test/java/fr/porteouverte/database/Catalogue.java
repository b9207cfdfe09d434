package fr.porteouverte.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a PostgreSQL says of its tables. */
record Catalogue(Map<String, Column> columns, Map<String, Rule> rules) {
  /** An index without entries of what is not there: that is never twice anyway. */
  private static final String OF_WHAT_IS_THERE = " WHERE \\(\\w+ IS NOT NULL\\)$";

  /**
   * @param given a row that does not name it is written all the same
   */
  record Column(String type, boolean required, boolean given) {}

  /** What rows may not be. */
  record Rule(String table, String what, List<String> columns) {}

  static Catalogue read(Connection database) throws SQLException {
    Map<String, Column> columns = new TreeMap<>();
    Map<String, Rule> rules = new TreeMap<>();
    try (Statement sql = database.createStatement()) {
      try (ResultSet row =
          sql.executeQuery(
              "select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
                  + " a.atthasdef or a.attidentity <> '' from pg_attribute a join pg_class c on"
                  + " c.oid = a.attrelid where c.relkind = 'r' and c.relnamespace ="
                  + " 'public'::regnamespace and a.attnum > 0 and not a.attisdropped")) {
        while (row.next()) {
          columns.put(
              row.getString(1) + "." + row.getString(2),
              new Column(row.getString(3), row.getBoolean(4), row.getBoolean(5)));
        }
      }
      rules(
          rules,
          sql.executeQuery(
              "select c.conrelid::regclass::text, pg_get_constraintdef(c.oid), array(select"
                  + " a.attname::text from pg_attribute a where a.attrelid = c.conrelid and a.attnum"
                  + " = any (c.conkey)) from pg_constraint c where c.connamespace ="
                  + " 'public'::regnamespace and c.contype in ('c', 'f', 'p', 'u', 'x')"));
      rules(
          rules,
          sql.executeQuery(
              "select i.indrelid::regclass::text, pg_get_indexdef(i.indexrelid), array(select"
                  + " a.attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum"
                  + " = any (i.indkey)) from pg_index i join pg_class c on c.oid = i.indrelid where"
                  + " c.relnamespace = 'public'::regnamespace and i.indisunique"));
    }
    return new Catalogue(columns, rules);
  }

  private static void rules(Map<String, Rule> rules, ResultSet found) throws SQLException {
    try (ResultSet row = found) {
      while (row.next()) {
        String table = row.getString(1);
        String what = row.getString(2).replaceFirst(OF_WHAT_IS_THERE, "");
        rules.put(
            table + ": " + what,
            new Rule(table, what, List.of((String[]) row.getArray(3).getArray())));
      }
    }
  }

  private boolean has(String table) {
    return columns.keySet().stream().anyMatch(column -> column.startsWith(table + "."));
  }

  /** What of a later one a process that was made for this one would stumble over. */
  List<String> missedIn(Catalogue later) {
    List<String> missed = new ArrayList<>();
    columns.forEach(
        (name, column) -> {
          Column now = later.columns.get(name);
          if (now == null) {
            missed.add(name + " is gone");
          } else if (!now.type().equals(column.type())) {
            missed.add(name + " was " + column.type() + " and is " + now.type());
          } else if (now.required() && !column.required()) {
            missed.add(name + " must be there");
          } else if (now.required() && column.given() && !now.given()) {
            missed.add(name + " has no default any more");
          }
        });
    later.columns.forEach(
        (name, column) -> {
          if (!columns.containsKey(name)
              && has(name.substring(0, name.indexOf('.')))
              && column.required()
              && !column.given()) {
            missed.add(name + " is new, must be there and has no default");
          }
        });
    later.rules.forEach(
        (name, rule) -> {
          boolean ofOldColumns =
              rule.columns().isEmpty()
                  || rule.columns().stream()
                      .anyMatch(column -> columns.containsKey(rule.table() + "." + column));
          if (!rules.containsKey(name) && has(rule.table()) && ofOldColumns) {
            missed.add(name + " is a new rule");
          }
        });
    return missed;
  }
}
