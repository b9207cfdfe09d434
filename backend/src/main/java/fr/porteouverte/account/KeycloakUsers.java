package fr.porteouverte.account;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The agents' users in Keycloak, through a service account that may manage users and nothing else.
 * Every call goes over the network: never inside a transaction.
 */
@ApplicationScoped
public class KeycloakUsers {
  private static final Set<String> OUR_ROLES =
      Arrays.stream(AgentRole.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  @Inject Keycloak keycloak;

  @ConfigProperty(name = "quarkus.keycloak.admin-client.realm")
  String realm;

  @ConfigProperty(name = "porte-ouverte.demo.enabled", defaultValue = "false")
  boolean demo;

  @ConfigProperty(name = "porte-ouverte.demo.password")
  Optional<String> demoPassword;

  /**
   * Makes Keycloak say what the agent's row says: finds the user of that username or creates it,
   * then gives it its roles. Doing it again changes nothing.
   *
   * @return the user's id in Keycloak
   * @throws LoginRefusal Keycloak is there and says no
   * @throws jakarta.ws.rs.ProcessingException it is not there
   */
  String ensure(AgentView agent) {
    try {
      return bringUpToDate(agent);
    } catch (WebApplicationException answer) {
      throw LoginRefusal.of(answer.getResponse());
    }
  }

  /**
   * Which installation of Keycloak answers, by our own user in it; empty: it does not tell. A realm
   * that was imported anew is another one.
   */
  String installation() {
    String[] parts = token().split("\\.");
    if (parts.length != 3) {
      return "";
    }
    byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
    return new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("sub", "");
  }

  private String token() {
    try {
      return keycloak.tokenManager().getAccessTokenString();
    } catch (WebApplicationException answer) {
      throw LoginRefusal.of(answer.getResponse());
    }
  }

  boolean has(String id) {
    try {
      keycloak.realm(realm).users().get(id).toRepresentation();
      return true;
    } catch (WebApplicationException answer) {
      if (answer.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
        return false;
      }
      throw LoginRefusal.of(answer.getResponse());
    }
  }

  /** Whether a user with another name has this address. */
  boolean isOfAnother(String email, String username) {
    try {
      return keycloak.realm(realm).users().searchByEmail(email, true).stream()
          .anyMatch(user -> !username.equals(user.getUsername()));
    } catch (WebApplicationException answer) {
      throw LoginRefusal.of(answer.getResponse());
    }
  }

  /**
   * Ends all logins of the agent, and lets them begin none.
   *
   * @return the user's id; empty: there is none
   */
  Optional<String> shutOut(AgentView agent) {
    try {
      UsersResource users = keycloak.realm(realm).users();
      Optional<UserRepresentation> known =
          users.searchByUsername(agent.username(), true).stream().findFirst();
      known.ifPresent(
          user -> {
            user.setEnabled(false);
            if (agent.email() == null) {
              // Another agent may have it.
              user.setEmail("");
            }
            users.get(user.getId()).update(user);
            users.get(user.getId()).logout();
          });
      return known.map(UserRepresentation::getId);
    } catch (WebApplicationException answer) {
      throw LoginRefusal.of(answer.getResponse());
    }
  }

  /** Whether Keycloak is there and knows us; throws as {@link #ensure} does. */
  void requireLogin() {
    try {
      keycloak.tokenManager().getAccessToken();
    } catch (WebApplicationException answer) {
      throw LoginRefusal.of(answer.getResponse());
    }
  }

  private String bringUpToDate(AgentView agent) {
    UsersResource users = keycloak.realm(realm).users();
    Optional<UserRepresentation> known =
        users.searchByUsername(agent.username(), true).stream().findFirst();
    String id = known.map(UserRepresentation::getId).orElseGet(() -> create(users, agent));
    UserResource user = users.get(id);
    known
        .filter(Predicate.not(found -> says(found, agent)))
        .ifPresent(found -> rename(user, found, agent));
    giveRoles(user.roles().realmLevel(), agent.roles());
    return id;
  }

  /**
   * A user for the agent, with a password that is good for one login.
   *
   * @return the user's id in Keycloak
   */
  String give(AgentView agent, String password) {
    String id = ensure(agent);
    CredentialRepresentation credential = new CredentialRepresentation();
    credential.setType(CredentialRepresentation.PASSWORD);
    credential.setValue(password);
    credential.setTemporary(true);
    try {
      keycloak.realm(realm).users().get(id).resetPassword(credential);
    } catch (WebApplicationException answer) {
      throw LoginRefusal.of(answer.getResponse());
    }
    return id;
  }

  private String create(UsersResource users, AgentView agent) {
    UserRepresentation user = new UserRepresentation();
    user.setUsername(agent.username());
    user.setEnabled(true);
    write(user, agent);
    demoPassword
        .filter(password -> demo)
        .ifPresent(
            password -> {
              CredentialRepresentation credential = new CredentialRepresentation();
              credential.setType(CredentialRepresentation.PASSWORD);
              credential.setValue(password);
              credential.setTemporary(false);
              user.setCredentials(List.of(credential));
            });
    try (Response created = users.create(user)) {
      if (created.getStatus() != Response.Status.CREATED.getStatusCode()) {
        throw LoginRefusal.of(created);
      }
      return CreatedResponseUtil.getCreatedId(created);
    }
  }

  private static void rename(UserResource user, UserRepresentation found, AgentView agent) {
    write(found, agent);
    user.update(found);
  }

  private static void write(UserRepresentation user, AgentView agent) {
    user.setEnabled(true);
    user.setFirstName(agent.firstName());
    user.setLastName(agent.lastName());
    if (!Objects.equals(agent.email(), user.getEmail())) {
      user.setEmail(agent.email());
      // An admin wrote it down; whether it is theirs shows when the invitation is answered.
      user.setEmailVerified(false);
    }
  }

  private static boolean says(UserRepresentation user, AgentView agent) {
    return Boolean.TRUE.equals(user.isEnabled())
        && agent.firstName().equals(user.getFirstName())
        && agent.lastName().equals(user.getLastName())
        && Objects.equals(agent.email(), user.getEmail());
  }

  private static void giveRoles(RoleScopeResource roles, Set<String> wanted) {
    List<RoleRepresentation> has =
        roles.listAll().stream().filter(role -> OUR_ROLES.contains(role.getName())).toList();
    List<RoleRepresentation> tooMany =
        has.stream().filter(role -> !wanted.contains(role.getName())).toList();
    if (!tooMany.isEmpty()) {
      roles.remove(tooMany);
    }
    Set<String> missing = new HashSet<>(wanted);
    has.forEach(role -> missing.remove(role.getName()));
    if (!missing.isEmpty()) {
      // "Available" needs no right to read the realm's roles, only to manage its users.
      roles.add(
          roles.listAvailable().stream().filter(role -> missing.contains(role.getName())).toList());
    }
  }
}
