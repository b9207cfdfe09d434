package fr.porteouverte.demo;

import fr.porteouverte.commune.CommuneDraft;
import fr.porteouverte.commune.CommuneRegister;
import fr.porteouverte.imports.CommunesFile;
import fr.porteouverte.imports.Findings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The communes of the story and their neighbours, until the whole country is imported. */
@ApplicationScoped
class DemoCommunes {
  @Inject CommuneRegister register;

  void ensure() {
    if (!register.isEmpty()) {
      return;
    }
    Findings findings = new Findings();
    try (InputStream file = DemoFiles.open("communes.csv")) {
      List<CommuneDraft> communes = CommunesFile.read(file, findings);
      if (!findings.all().isEmpty()) {
        throw new IllegalStateException("demo/communes.csv: " + findings.all());
      }
      register.put(communes);
    } catch (IOException broken) {
      throw new UncheckedIOException("demo/communes.csv", broken);
    }
  }
}
