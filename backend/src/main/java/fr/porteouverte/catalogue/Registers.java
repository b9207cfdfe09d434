package fr.porteouverte.catalogue;

import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Every register that there is, also those of rooms that this one does not know. */
@ApplicationScoped
public class Registers {
  @Inject @Any Instance<Register<?, ?>> all;

  public Register<?, ?> of(RegisterKind kind) {
    return all.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }
}
