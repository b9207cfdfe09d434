package fr.porteouverte.imports.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents as a table for a spreadsheet, and back: Marc runs Moyaux, Anne the network. */
@QuarkusTest
@TestSecurity(user = "anne", roles = Role.ADMIN)
class AgentTablesTest extends ApiTest {
  private static final String HEAD = "username;lastName;firstName;email;standing;assignments\r\n";

  @Inject Timetable database;
  private Site moyaux;
  private Site sees;

  @BeforeEach
  void people() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    fixtures.agent("anne", AgentRole.admin);
    fixtures.agent("marc", AgentRole.manager, moyaux);
    fixtures.agent("lea", AgentRole.clerk, moyaux, sees);
    fixtures.agent("hugo", AgentRole.clerk, sees);
    fixtures.partnerAgentIn("sophie", fixtures.partner("caf"), "14", "61");
    fixtures.partnerAgent("paul", fixtures.stored("caf"));
  }

  private String table() {
    return new String(
        api().get("/imports/tables/agents/file").then().statusCode(200).extract().asByteArray(),
        StandardCharsets.UTF_8);
  }

  private ValidatableResponse send(String path, String table) {
    return api()
        .contentType("text/csv")
        .body(table.getBytes(StandardCharsets.UTF_8))
        .post("/imports/tables/agents/" + path)
        .then();
  }

  private String row(String username, String email, String assignments) {
    return username + ";Roy;Claire;" + email + ";;" + assignments + "\r\n";
  }

  private long agents() {
    return database.number("select count(*) from agent");
  }

  private long mails() {
    return database.number("select count(*) from outbox where kind = 'agentInvited'");
  }

  @Test
  void a_table_that_nobody_changed_writes_nothing() {
    String table = table();
    assertThat(table)
        .contains("sophie;", ";partner caf: *14, *61\r\n", ";partner caf: *\r\n")
        .contains(";manager: " + moyaux.code() + "\r\n");
    long versions = database.number("select sum(version) from agent");
    send("preview", table).statusCode(200).body("rows", empty());
    send("file", table)
        .statusCode(200)
        .body("counts.unchanged", equalTo(6))
        .body("counts.changed", equalTo(0));
    assertThat(database.number("select sum(version) from agent")).isEqualTo(versions);
    assertThat(database.number("select count(*) from agent_change")).isZero();
    assertThat(table()).isEqualTo(table);
  }

  @Test
  void who_is_new_is_invited_once_and_who_changed_is_changed() {
    String table =
        HEAD
            + row("nina", "nina@example.org", "clerk: " + moyaux.code())
            + "hugo;Nom;Prénom;;;manager: "
            + sees.code()
            + " | integrator\r\n";
    String digest =
        send("preview", table)
            .statusCode(200)
            .body("rows.code", contains("nina", "hugo"))
            .body("rows.outcome", contains("created", "changed"))
            .body("rows[1].line", equalTo(3))
            .body("rows[1].fields.field", contains("assignments"))
            .extract()
            .path("digest");
    assertThat(agents()).isEqualTo(6);
    assertThat(mails()).isZero();

    send("file?digest=" + digest, table).statusCode(200).body("counts.created", equalTo(1));
    assertThat(agents()).isEqualTo(7);
    assertThat(mails()).isEqualTo(1);
    send("file", table).statusCode(200).body("rows", empty());
    assertThat(mails()).isEqualTo(1);
    send("file?digest=" + digest, table).statusCode(412);
  }

  @Test
  void every_wrong_cell_is_named_with_its_line_and_nothing_is_written() {
    send(
            "file",
            HEAD
                + row("nina", "", "clerk: " + moyaux.code())
                + row("Élise!", "pas-une-adresse", "chef: nulle-part")
                + row("zoe", "", "clerk: nulle-part")
                + row("nina", "", "clerk: " + moyaux.code()))
        .statusCode(400)
        .body(
            "errors.field",
            contains(
                "line3.assignments",
                "line4.assignments",
                "line3.assignments",
                "line3.username",
                "line5.username"));
    send(
            "file",
            HEAD
                + row("nina", "n@example.org", "clerk: " + moyaux.code())
                + row("zoe", "n@example.org", "clerk")
                + row("ines", "pas-une-adresse", "partner caf: " + moyaux.code() + ", *99")
                + "lea;Nom;Prénom;;disabled;clerk: "
                + moyaux.code()
                + ", "
                + sees.code())
        .statusCode(400)
        .body(
            "errors.field",
            contains(
                "line3.assignments",
                "line3.email",
                "line4.assignments",
                "line4.email",
                "line5.standing"));
    assertThat(agents()).isEqualTo(6);
    assertThat(mails()).isZero();
  }

  @Test
  @TestSecurity(user = "marc", roles = Role.MANAGER)
  void a_manager_keeps_the_people_of_her_houses_only() {
    assertThat(table()).contains("lea;", "marc;").doesNotContain("hugo;", "sophie;", "anne;");
    send("preview", table()).statusCode(200).body("rows", empty());
    send("file", HEAD + row("nina", "", "clerk: " + moyaux.code()))
        .statusCode(200)
        .body("counts.created", equalTo(1));
    send(
            "file",
            HEAD
                + row("zoe", "", "clerk: " + sees.code())
                + row("ines", "", "admin")
                + row("hugo", "", "clerk: " + moyaux.code())
                + row("ok.ok", "", "clerk: " + moyaux.code()))
        .statusCode(400)
        .body("errors.field", contains("line2.assignments", "line3.assignments", "line4.username"));
    assertThat(agents()).isEqualTo(7);
    // Who is in another house too has an address that is an admin's to change.
    send(
            "file",
            HEAD
                + "lea;Nom;Prénom;mine@example.org;;clerk: "
                + moyaux.code()
                + ", "
                + sees.code()
                + "\r\n")
        .statusCode(400)
        .body("errors.field", contains("line2.email"));
  }

  @Test
  @TestSecurity(user = "lea", roles = Role.CLERK)
  void a_clerk_keeps_nobody() {
    api().get("/imports/tables/agents/file").then().statusCode(403);
    send("file", HEAD).statusCode(403);
  }
}
