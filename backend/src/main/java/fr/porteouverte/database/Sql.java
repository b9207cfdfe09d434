package fr.porteouverte.database;

import io.quarkus.arc.Arc;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * A statement in SQL that both databases run, with typed answers: numbers, texts, or records whose
 * components are named as the columns are ({@code startAt} for {@code start_at}).
 */
public final class Sql {
  private final EntityManager database;
  private final String statement;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private int limit = Integer.MAX_VALUE;
  private boolean apart;

  private Sql(EntityManager database, String statement) {
    this.database = database;
    this.statement = statement;
  }

  public static Sql of(EntityManager database, String statement) {
    return new Sql(database, statement);
  }

  /**
   * @param value enums go as their names, instants as both drivers take them
   */
  public Sql with(String name, @Nullable Object value) {
    values.put(
        name,
        value instanceof Collection<?> several
            ? several.stream().map(Sql::bound).toList()
            : bound(value));
    return this;
  }

  public Sql limit(int most) {
    limit = most;
    return this;
  }

  public <T> List<T> list(Class<T> type) {
    if (!type.isRecord()) {
      return query(type).getResultList();
    }
    RecordShape<T> shape = RecordShape.of(type);
    NativeQuery<Object[]> query = query(Object[].class);
    shape.columns().forEach(query::addScalar);
    return query.getResultList().stream().map(shape::make).toList();
  }

  public <T> Optional<T> first(Class<T> type) {
    return list(type).stream().findFirst();
  }

  /** The row that there always is. */
  public <T> T one(Class<T> type) {
    return first(type).orElseThrow();
  }

  /**
   * As {@link #run}, but nobody waits for its answer: it goes with what else this transaction sends
   * next ({@link Trailing}). Rows that it refers to are written already; of those that it writes
   * Hibernate has none.
   */
  public void later() {
    trailing().add(Positional.of(statement).sql(), inOrder());
  }

  /**
   * As {@link #later}, with an answer: its rows are there when somebody asks for them. What
   * Hibernate has not written yet does not matter to it.
   *
   * @param type a record whose components are numbers, texts, instants or flags
   */
  public <T extends Record> Soon<T> soon(Class<T> type) {
    return trailing().ask(Positional.of(statement).sql(), inOrder(), RecordShape.of(type)::read);
  }

  private List<@Nullable Object> inOrder() {
    List<@Nullable Object> inOrder = new ArrayList<>();
    Positional.of(statement).names().forEach(name -> inOrder.add(values.get(name)));
    return inOrder;
  }

  private static Trailing trailing() {
    return Arc.container().instance(Trailing.class).get();
  }

  /** What Hibernate has not written yet does not matter to this statement: it is not looked for. */
  public Sql apart() {
    apart = true;
    return this;
  }

  /**
   * @return how many rows changed
   */
  public int run() {
    return bind(session().createNativeMutationQuery(statement)).executeUpdate();
  }

  /** Opened when it is needed: what goes in one message needs none. */
  private Session session() {
    return database.unwrap(Session.class);
  }

  private <T> NativeQuery<T> query(Class<T> type) {
    NativeQuery<T> query = bind(session().createNativeQuery(statement, type));
    return limit == Integer.MAX_VALUE ? query : query.setMaxResults(limit);
  }

  private <Q extends CommonQueryContract> Q bind(Q query) {
    values.forEach(query::setParameter);
    if (apart) {
      query.setHibernateFlushMode(FlushMode.MANUAL);
    }
    return query;
  }

  private static @Nullable Object bound(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return value instanceof Enum<?> constant ? constant.name() : value;
  }
}
