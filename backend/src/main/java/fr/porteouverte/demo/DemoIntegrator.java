package fr.porteouverte.demo;

import fr.porteouverte.access.Scope;
import fr.porteouverte.integrator.IntegratorForm;
import fr.porteouverte.integrator.IntegratorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** Another system with every scope, in the departments of the story. */
@ApplicationScoped
class DemoIntegrator {
  /** As the realm's file has it. */
  private static final String CLIENT = "porte-ouverte-integrator-demo";

  @Inject IntegratorService integrators;

  void ensure() {
    integrators.ensure(
        new IntegratorForm(
            "Démonstration d’un autre logiciel",
            "Personne",
            "integrateur@exemple.fr",
            Arrays.asList(Scope.values()),
            null,
            List.of("14", "61"),
            null),
        CLIENT);
  }
}
