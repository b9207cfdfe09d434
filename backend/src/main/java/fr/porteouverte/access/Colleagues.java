package fr.porteouverte.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the agents of a partner are. The room {@code account} knows; the others only ask. */
public interface Colleagues {

  /**
   * An agent, for colleagues and staff of the houses.
   *
   * @param email null: none is known
   */
  record Person(String username, String firstName, String lastName, @Nullable String email) {}

  /** Who acts for the partner in that house now, by last name, then first name. */
  List<Person> ofPartner(long partner, long site);

  /** Whether somebody acts for the partner in that house now, and who they are. */
  default Optional<Person> ofPartner(long partner, long site, String username) {
    return ofPartner(partner, site).stream()
        .filter(person -> person.username().equals(username))
        .findFirst();
  }

  /** By username; who is unknown is missing. */
  Map<String, Person> named(Collection<String> usernames);

  default Optional<Person> named(String username) {
    return Optional.ofNullable(named(List.of(username)).get(username));
  }
}
