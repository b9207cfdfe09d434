package fr.porteouverte.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Rights.Right;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of rights, the contract and the page about it say the same. */
class RightsTest {
  private static final Path PAGE = Path.of("docs/rights.md");
  private static final String BEGINNING = "| operation |";

  private static Map<String, Set<String>> contract() {
    OpenAPI contract = new OpenAPIV3Parser().read(Path.of("../openapi.yaml").toString());
    Map<String, Set<String>> roles = new TreeMap<>();
    contract.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(operation -> roles.put(operation.getOperationId(), roles(operation)));
    return roles;
  }

  private static Set<String> roles(Operation operation) {
    Object told =
        operation.getExtensions() == null ? null : operation.getExtensions().get("x-roles");
    Set<String> roles = new TreeSet<>();
    if (told instanceof List<?> several) {
      several.forEach(role -> roles.add(role.toString()));
    }
    return roles;
  }

  @Test
  void every_operation_stands_in_the_table_with_the_roles_that_its_resource_allows() {
    Map<String, Set<String>> table = new TreeMap<>();
    Rights.table().forEach((name, right) -> table.put(name, new TreeSet<>(right.roles())));
    assertThat(table)
        .as("access/Rights.java, and the roles of the contract (@RolesAllowed, x-roles)")
        .containsExactlyInAnyOrderEntriesOf(contract());
  }

  /** Renew the page with {@code -Drights.renew=true}. */
  @Test
  void the_page_about_rights_shows_the_table() throws IOException {
    String page = Files.readString(PAGE);
    String head = page.substring(0, page.indexOf(BEGINNING));
    if (Boolean.getBoolean("rights.renew")) {
      Files.writeString(PAGE, head + rows());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(head + rows());
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder(BEGINNING);
    rows.append(
        " everybody | clerk | manager | partner | observer | admin | integrator | where |\n");
    rows.append("|---|---|---|---|---|---|---|---|---|\n");
    new TreeMap<>(Rights.table())
        .forEach((name, right) -> rows.append(row(name, right)).append('\n'));
    return rows.toString();
  }

  private static String row(String name, Right right) {
    StringBuilder row = new StringBuilder("| `" + name + "` |");
    row.append(right.roles().isEmpty() ? " ✓ |" : " |");
    for (String role :
        List.of(
            Role.CLERK, Role.MANAGER, Role.PARTNER, Role.OBSERVER, Role.ADMIN, Role.INTEGRATOR)) {
      row.append(right.roles().contains(role) ? " ✓ |" : " |");
    }
    return row.append(' ').append(right.where().words()).append(" |").toString();
  }
}
