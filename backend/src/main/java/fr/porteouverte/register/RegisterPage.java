package fr.porteouverte.register;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.Page;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.text.Text;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a register. Registers have some hundreds of rows: they are sorted and searched here,
 * where words are compared without accents.
 */
@ApplicationScoped
public class RegisterPage {
  @Inject Access access;

  /** Only those who keep the register see what is archived. */
  public void requireSight(boolean archived) {
    if (archived && !access.caller().is(Role.ADMIN)) {
      throw new ForbiddenException();
    }
  }

  /**
   * @param sort one of the orders, a hyphen before it turns it round; null: as they come
   * @param limit null: all of them
   * @param cursor where the page before ended; null at the start
   */
  public static <V> Page<V> of(
      Stream<V> found,
      Map<String, Comparator<V>> orders,
      @Nullable String sort,
      @Nullable Integer limit,
      @Nullable String cursor) {
    List<V> rows = sort == null ? found.toList() : found.sorted(order(orders, sort)).toList();
    int from = Math.min(position(cursor), rows.size());
    int to = limit == null ? rows.size() : Math.min(from + limit, rows.size());
    return new Page<>(
        rows.subList(from, to), to < rows.size() ? Cursor.encode(Integer.toString(to)) : null);
  }

  /**
   * Whether every word of the question begins a word of the name, in one of the two languages, or
   * of the code; accents and case do not matter.
   */
  public static boolean mentions(Text name, String code, String asked) {
    String words = " " + Text.fold(name.fr() + " " + name.en() + " " + code);
    return Arrays.stream(Text.fold(asked).split(" ")).allMatch(word -> words.contains(" " + word));
  }

  private static <V> Comparator<V> order(Map<String, Comparator<V>> orders, String sort) {
    boolean turned = sort.startsWith("-");
    Comparator<V> order = orders.get(turned ? sort.substring(1) : sort);
    if (order == null) {
      String known = String.join(", ", orders.keySet().stream().sorted().toList());
      throw InvalidRequest.of(
          "sort",
          "Un tri parmi " + known + " est attendu, « - » devant pour l’inverser.",
          "One of " + known + " is expected, \"-\" before it to turn it round.");
    }
    return turned ? Collections.reverseOrder(order) : order;
  }

  private static int position(@Nullable String cursor) {
    String position = Cursor.decode(cursor);
    if (position == null) {
      return 0;
    }
    if (!position.matches("\\d{1,7}")) {
      throw Cursor.refused();
    }
    return Integer.parseInt(position);
  }
}
