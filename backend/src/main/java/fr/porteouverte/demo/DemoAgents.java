package fr.porteouverte.demo;

import fr.porteouverte.account.AgentDraft;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.account.AgentService;
import fr.porteouverte.account.AssignmentForm;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Who can log in to the demo. {@code ./run} prints the same file. */
@ApplicationScoped
class DemoAgents {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  @Inject AgentService register;
  @Inject DemoHouses houses;
  @Inject Partners partners;

  /** Adds the agents that are missing; one that an admin changed stays so. */
  void ensure() {
    try (Reader file =
        new InputStreamReader(DemoFiles.open("agents.csv"), StandardCharsets.UTF_8)) {
      FORMAT.parse(file).forEach(row -> register.ensure(draft(row)));
    } catch (IOException broken) {
      throw new UncheckedIOException("demo/agents.csv", broken);
    }
  }

  private AgentDraft draft(CSVRecord row) {
    String email = row.get("email");
    return new AgentDraft(
        row.get("username"),
        row.get("firstName"),
        row.get("lastName"),
        email.isEmpty() ? null : email,
        List.of(assignment(AgentRole.valueOf(row.get("role")), row)));
  }

  private AssignmentForm assignment(AgentRole role, CSVRecord row) {
    if (role.needsPartner()) {
      return AssignmentForm.ofPartner(Ids.of(partnerOf(row.get("partner")).id()));
    }
    return AssignmentForm.at(role, sites(row.get("communes")));
  }

  private List<String> sites(String inseeCodes) {
    return Arrays.stream(inseeCodes.split(" "))
        .filter(insee -> !insee.isEmpty())
        .map(insee -> Ids.of(houses.inCommune(insee).id()))
        .toList();
  }

  private Partner partnerOf(String code) {
    return partners
        .byCode(code)
        .orElseThrow(() -> new IllegalStateException("demo/agents.csv: no partner " + code));
  }
}
