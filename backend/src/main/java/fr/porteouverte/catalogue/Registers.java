package fr.porteouverte.catalogue;

import fr.porteouverte.partner.PartnerRegister;
import fr.porteouverte.procedure.DocumentRegister;
import fr.porteouverte.procedure.ProcedureRegister;
import fr.porteouverte.procedure.ThemeRegister;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The registers of which the catalogue has rows. */
@ApplicationScoped
public class Registers {
  @Inject ThemeRegister themes;
  @Inject PartnerRegister partners;
  @Inject DocumentRegister documents;
  @Inject ProcedureRegister procedures;

  public Register<?, ?> of(RegisterKind kind) {
    return switch (kind) {
      case themes -> themes;
      case partners -> partners;
      case documents -> documents;
      case procedures -> procedures;
    };
  }
}
